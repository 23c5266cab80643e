import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { changeLocale, i18n } from '@/shared/i18n'
import { notify } from './alerts'
import { ping } from './attention'
import { useAlerts } from './useAlerts'

const desk = vi.hoisted(() => ({ route: { path: '/rota' }, push: vi.fn(), hear: vi.fn<(frame: unknown) => void>() }))
vi.mock('vue-router', () => ({ useRoute: () => desk.route, useRouter: () => ({ push: desk.push }) }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (_name: string, listener: (frame: unknown) => void) => (desk.hear = vi.fn(listener)) }))
vi.mock('./alerts', () => ({ notify: vi.fn() }))
vi.mock('./attention', () => ({ ping: vi.fn() }))

const written = (changes = {}) => desk.hear({ type: 'TEXT', id: 'm1', conversationId: 'c1', senderType: 'CUSTOMER', body: '**您好**', contentType: 'text/plain', ...changes })

describe('an alert', () => {
  beforeEach(() => {
    changeLocale('zh-CN')
    vi.clearAllMocks()
    desk.route.path = '/rota'
    vi.spyOn(document, 'hasFocus').mockReturnValue(true)
    mount(defineComponent(() => (useAlerts(), () => h('i'))), { global: { plugins: [i18n] } })
  })

  it('comes when a customer writes, on whichever page, and leads there', () => {
    written()
    expect(ping).toHaveBeenCalledWith('您好', 'm1')
    expect(notify).toHaveBeenCalledWith('baton.c1', '客户发来新消息', '您好', expect.any(Function))
    vi.mocked(notify).mock.calls[0]![3]()
    expect(desk.push).toHaveBeenCalledWith('/chat/c1')
  })

  it('does not come for what is before the eyes, or from anybody else', () => {
    desk.route.path = '/chat/c1'
    written()
    written({ conversationId: 'c2', senderType: 'SYSTEM' })
    expect(ping).not.toHaveBeenCalled()
    vi.mocked(document.hasFocus).mockReturnValue(false)
    written()
    expect(ping).toHaveBeenCalledOnce()
  })
})
