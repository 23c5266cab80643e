import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError } from '@/shared/api'
import TagEditor from './TagEditor.vue'

vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))

const editor = (editable = true) => show(TagEditor, { path: '/customers/cu1', tags: ['常客'], label: '客户标签', editable })
const PAUSE_MS = 160

describe('tags', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(http, 'get').mockResolvedValue({ items: ['常客', '团购', '投诉'] })
    vi.spyOn(http, 'post').mockResolvedValue({ tags: [] })
    vi.spyOn(http, 'delete').mockResolvedValue(undefined)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function typing(text: string) {
    const scene = await editor()
    await scene.press('tag-add')
    await scene.part('tag-name').setValue(text)
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    const key = (name: string, more = {}) => scene.part('tag-name').trigger('keydown', { key: name, ...more }).then(flushPromises)
    return { ...scene, key, suggestions: () => scene.shown.findAll('[data-testid="suggestion"]').map((one) => one.text()) }
  }

  it('are removed one by one', async () => {
    const { press, part } = await editor()
    expect(part('tag-remove').attributes('aria-label')).toBe('移除标签 常客')
    await press('tag-remove')
    expect(http.delete).toHaveBeenCalledExactlyOnceWith('/customers/cu1/tags?name=%E5%B8%B8%E5%AE%A2')
  })

  it('are typed and added with Enter, and the next can be typed at once', async () => {
    const { key, part } = await typing(' 学生 ')
    await key('Enter')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/customers/cu1/tags', { name: '学生' })
    expect((part('tag-name').element as HTMLInputElement).value).toBe('')
  })

  it('are suggested, without those it has, and chosen with the arrows', async () => {
    const { key, part, suggestions } = await typing('')
    expect(suggestions()).toEqual(['团购', '投诉'])
    await key('ArrowDown')
    await key('ArrowDown')
    expect(part('tag-name').attributes('aria-activedescendant')).toMatch(/-1$/)
    await key('Enter')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/customers/cu1/tags', { name: '投诉' })
  })

  it('wait for the end of a composition', async () => {
    const { key } = await typing('xuesheng')
    await key('Enter', { isComposing: true })
    expect(http.post).not.toHaveBeenCalled()
  })

  it('are given up with Escape', async () => {
    const { key, part } = await typing('学生')
    await key('Escape')
    expect(part('tag-name').exists()).toBe(false)
    expect(http.post).not.toHaveBeenCalled()
  })

  it('say why one was not taken', async () => {
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'tags_full', detail: '标签数量已达上限，请先移除一个。' }))
    const { key } = await typing('学生')
    await key('Enter')
    expect(document.body.textContent).toContain('标签数量已达上限')
  })

  it('can do without suggestions', async () => {
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 0, code: 'offline' }))
    const { key, suggestions } = await typing('学生')
    expect(suggestions()).toEqual([])
    await key('Enter')
    expect(http.post).toHaveBeenCalledOnce()
  })

  it('are only read where nobody may change them', async () => {
    const { part } = await editor(false)
    expect(part('tag').text()).toBe('常客')
    expect(part('tag-add').exists() || part('tag-remove').exists()).toBe(false)
  })
})
