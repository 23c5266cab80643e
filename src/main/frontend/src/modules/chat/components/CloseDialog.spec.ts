import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError, type Conversation } from '@/shared/api'
import { conversation } from '../testing/knowledge'
import CloseDialog from './CloseDialog.vue'

const dialog = (changes: Partial<Conversation> = {}) => show(CloseDialog, { conversation: conversation(changes) })
const found = <E extends HTMLElement>(testid: string) => document.querySelector<E>(`[data-testid="${testid}"]`)!
async function choose(reason: string) {
  found(`close-${reason}`).querySelector('input')!.click()
  await flushPromises()
}
async function write(text: string) {
  const field = found<HTMLTextAreaElement>('close-note')
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
async function send() {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

describe('the end of a conversation', () => {
  beforeEach(() => {
    vi.spyOn(http, 'post').mockResolvedValue({})
  })

  it('has a reason, the commonest first', async () => {
    const { shown } = await dialog()
    expect(found('close-solved').querySelector('input')!.checked).toBe(true)
    await send()
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/conversations/c1/close', { reason: 'solved', note: undefined })
    expect(shown.emitted('closed')).toHaveLength(1)
  })

  it('goes through the handoff when it came by one, with a note for colleagues', async () => {
    await dialog({ handoffId: 'h1' })
    await choose('no_reply')
    await write(' 三次提醒 ')
    await send()
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/handoffs/h1/completion', { reason: 'no_reply', note: '三次提醒' })
  })

  it('needs words for what is none of the list', async () => {
    await dialog()
    await choose('other')
    expect(found<HTMLButtonElement>('close-send').disabled).toBe(true)
    await send()
    expect(http.post).not.toHaveBeenCalled()
    await write('客户改约门店')
    expect(found<HTMLButtonElement>('close-send').disabled).toBe(false)
  })

  it('stays open with what was written when it was refused', async () => {
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'handoff_state', detail: '状态已变化。' }))
    const { shown } = await dialog()
    await write('三次提醒')
    await send()
    expect(found('close-refused').textContent).toContain('状态已变化。')
    expect(found<HTMLTextAreaElement>('close-note').value).toBe('三次提醒')
    expect(shown.emitted('closed')).toBeUndefined()
  })
})
