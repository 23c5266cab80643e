import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { changeLocale, i18n } from '@/shared/i18n'
import type { Unsent } from '@/shared/socket'
import UnsentBubble from './UnsentBubble.vue'

const message = { id: 'u1', conversationId: 'c1', body: 'hello', contentType: 'text/plain', at: 0, order: 0 }
const bubble = (refusal: Partial<Unsent> = {}) =>
  mount(UnsentBubble, { props: { unsent: { ...message, ...refusal } }, global: { plugins: [i18n] } })

describe('a message that is not sent', () => {
  it('says why in the language of the desk, whatever that of the server', () => {
    changeLocale('en')
    expect(bubble({ refused: '会话已结束。', refusal: 'conversation_closed' }).text()).toContain('Not sent: the conversation has ended')
    changeLocale('zh-CN')
    expect(bubble({ refused: 'It has ended.', refusal: 'conversation_closed' }).text()).toContain('会话已结束，未发送')
  })

  it('falls back on the words of the server', () => {
    changeLocale('zh-CN')
    expect(bubble({ refused: 'not today', refusal: 'new_code' }).text()).toContain('未发送 (not today)')
  })

  it('offers to repeat or discard only what was refused', () => {
    expect(bubble({ refused: 'no', refusal: 'invalid' }).findAll('button')).toHaveLength(2)
    expect(bubble().findAll('button')).toHaveLength(0)
  })
})
