import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show, viewer } from '@/modules/ticket/testing/scene'
import { http, ProblemError } from '@/shared/api'
import ReplyImport from './ReplyImport.vue'

const desk = vi.hoisted(() => ({ looks: {} as unknown }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))

beforeEach(() => {
  document.body.innerHTML = ''
  desk.looks = viewer('kf017', 'customer_service')
  vi.spyOn(http, 'get').mockResolvedValue({ items: [] })
})
const part = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)

async function dialog() {
  const { shown } = await show(ReplyImport)
  const pick = async (size = 10) => {
    const input = part('file') as HTMLInputElement
    const file = new File(['x'], 'replies.csv')
    Object.defineProperty(file, 'size', { value: size })
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    input.dispatchEvent(new Event('change'))
    await flushPromises()
  }
  return { shown, pick, go: () => part('import-go') as HTMLButtonElement }
}

describe('importing quick replies', () => {
  it('says first what it comes to, and takes it then', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({ dryRun: true, added: 2, changed: 1, unchanged: 4 })
    const { shown, pick, go } = await dialog()
    expect(go().disabled).toBe(true)
    await pick()
    expect(post).toHaveBeenLastCalledWith('/quick-replies:import', expect.any(FormData), { query: { scope: 'PERSONAL', department: '', dryRun: true } })
    expect(part('import-sum')!.textContent).toContain('新增 2 条 · 更新 1 条 · 4 条无变化')
    go().click()
    await flushPromises()
    expect(post).toHaveBeenLastCalledWith('/quick-replies:import', expect.any(FormData), { query: { scope: 'PERSONAL', department: '', dryRun: false } })
    expect(shown.emitted('imported')).toHaveLength(1)
  })

  it('lists everything that is wrong and takes nothing', async () => {
    const violations = [
      { field: 'title', line: 3, column: 2, value: '', message: '此处必须填写。' },
      { field: 'file', line: 7, column: 0, value: '', message: '不是对象。' },
      { field: 'file', line: 0, column: 0, value: '', message: '文件有误。' },
    ]
    vi.spyOn(http, 'post').mockRejectedValue(new ProblemError({ status: 422, code: 'quick_replies_refused', violations }))
    const { pick, go } = await dialog()
    await pick()
    expect([...document.querySelectorAll('[data-testid="mistake"]')].map((it) => it.textContent)).toEqual(['第 3 行第 2 列标题此处必须填写。', '第 7 行不是对象。', '文件有误。'])
    expect(part('import-mistakes')!.textContent).toContain('3')
    expect(go().disabled).toBe(true)
  })

  it('sends no file that is too large, and offers nothing when nothing is new', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({ dryRun: true, added: 0, changed: 0, unchanged: 9 })
    const { pick, go } = await dialog()
    await pick(2_000_001)
    expect(post).not.toHaveBeenCalled()
    expect(document.querySelector('[role="alert"]')!.textContent).toContain('2 MB')
    await pick()
    expect(document.querySelector('[role="alert"]')).toBeNull()
    expect(go().disabled).toBe(true)
  })
})
