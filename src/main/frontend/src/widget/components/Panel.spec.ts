import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { language } from '../core/texts'
import { openPanel as open } from '../testing/panel'

beforeEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
  language.value = 'zh-CN'
})

describe('Panel', () => {
  it('greets, offers topics and a person', () => {
    const { panel } = open()
    expect(panel.text()).toContain('您好')
    expect(panel.find('.chip').text()).toBe('大客户')
    expect(panel.find('.person-button').text()).toBe('转人工')
  })

  it('asks for the subject before it asks for a person', async () => {
    const { panel, session } = open()
    const handoff = vi.spyOn(session, 'handoff').mockResolvedValue()
    await panel.find('.person-button').trigger('click')
    await panel.find('.chip').trigger('click')
    await panel.find('.person input').setValue(' 包场 ')
    await panel.find('form.person').trigger('submit')
    expect(handoff).toHaveBeenCalledWith({ category: 'vip', subject: '包场' })
  })

  it('shows the place, the honest wait and the way out', async () => {
    const { panel, view, session } = open()
    const cancel = vi.spyOn(session, 'cancel').mockResolvedValue()
    view.phase = { name: 'queued', handoffId: 'h1', position: 3, waitSeconds: 130 }
    await nextTick()
    expect(panel.text()).toContain('您前面还有 2 位')
    expect(panel.text()).toContain('预计等待约 3 分钟')
    view.phase = { ...view.phase, position: 1, waitSeconds: null } as typeof view.phase
    await nextTick()
    expect(panel.text()).toContain('暂时无法估计等待时间')
    await panel.find('.queue .plain').trigger('click')
    expect(cancel).toHaveBeenCalled()
  })

  it('shows the ticket number and what happens next', async () => {
    const { panel, view } = open()
    view.phase = { name: 'ticket', handoffId: null, ticketId: null, number: 'T-20261122-000001', reachable: false }
    await nextTick()
    expect(panel.find('.ticket').text()).toContain('T-20261122-000001')
    expect(panel.find('.ticket').text()).toContain('客服上班后')
    expect(panel.find('form.contact').exists()).toBe(false)
  })

  it('offers to leave contact data, points at mistakes, and thanks', async () => {
    const { panel, view, session } = open()
    const reach = vi.spyOn(session, 'reach').mockResolvedValue()
    view.phase = { name: 'ticket', handoffId: 'h1', ticketId: 't1', number: null, reachable: false }
    await nextTick()
    await panel.find('form.contact').trigger('submit')
    expect(panel.find('form.contact [role=alert]').text()).toContain('至少填写')
    expect(document.activeElement?.getAttribute('name')).toBe('phone')
    await panel.find('[name=phone]').setValue('138 0013 8000')
    await panel.find('[name=email]').setValue('nobody@')
    await panel.find('form.contact').trigger('submit')
    expect(panel.find('[name=email]').attributes('aria-invalid')).toBe('true')
    expect(reach).not.toHaveBeenCalled()
    await panel.find('[name=email]').setValue(' lin@example.cn ')
    await panel.find('form.contact').trigger('submit')
    expect(reach).toHaveBeenCalledExactlyOnceWith({ name: '', phone: '138 0013 8000', email: 'lin@example.cn' })
    view.phase = { ...view.phase, number: 'T-1', reachable: true }
    await nextTick()
    expect(panel.find('form.contact').exists()).toBe(false)
    expect(panel.find('.ticket').text()).toContain('已收到您的联系方式')
    expect(panel.find('.ticket').text()).toContain('T-1')
  })

  it('lets contact data be skipped, and offers them again', async () => {
    const { panel, view } = open()
    view.phase = { name: 'ticket', handoffId: 'h1', ticketId: 't1', number: 'T-1', reachable: false }
    await nextTick()
    await panel.find('form.contact .plain').trigger('click')
    expect(panel.find('form.contact').exists()).toBe(false)
    await panel.findAll('.ticket .plain').find((button) => button.text() === '留下联系方式')!.trigger('click')
    expect(panel.find('form.contact').exists()).toBe(true)
  })

  it('names the agent and says when the connection is lost', async () => {
    const { panel, view } = open()
    view.phase = { name: 'agent', handoffId: 'h1', agent: '李娜', paused: false }
    await nextTick()
    expect(panel.find('.status').text()).toBe('李娜 正在为您服务')
    view.phase = { ...view.phase, paused: true }
    await nextTick()
    expect(panel.find('.bar.warn').text()).toContain('不会丢失')
  })

  it('takes stars and a comment, thanks, and offers a new conversation', async () => {
    const { panel, view, session } = open()
    const rate = vi.spyOn(session, 'rate').mockResolvedValue()
    view.phase = { name: 'ended', rating: null }
    await nextTick()
    expect(panel.find('.composer').exists()).toBe(false)
    await panel.findAll('.stars input')[3]!.setValue(true)
    await panel.find('.rating textarea').setValue('很好')
    await panel.find('.rating form').trigger('submit')
    expect(rate).toHaveBeenCalledWith(4, '很好')
    view.phase = { name: 'ended', rating: 4 }
    await nextTick()
    expect(panel.text()).toContain('感谢您的评价')
    expect(panel.find('.rating .wide').text()).toBe('开始新会话')
  })

  it('asks before it ends the conversation', async () => {
    const { panel, view, session } = open()
    const end = vi.spyOn(session, 'end').mockResolvedValue()
    view.phase = { name: 'open' }
    await nextTick()
    await panel.find('.menu .head-button').trigger('click')
    await panel.find('.menu-items .end').trigger('click')
    expect(end).not.toHaveBeenCalled()
    await panel.find('[role=alertdialog] .link').trigger('click')
    expect(end).toHaveBeenCalled()
  })

  it('sends by Enter, breaks the line by Shift+Enter, and leaves Enter to the input method', async () => {
    const { panel, session } = open()
    const send = vi.spyOn(session, 'send').mockResolvedValue()
    const field = panel.find('.composer textarea')
    await field.setValue('你好')
    await field.trigger('keydown', { key: 'Enter', shiftKey: true })
    await field.trigger('keydown', { key: 'Enter', keyCode: 229 })
    expect(send).not.toHaveBeenCalled()
    await field.trigger('keydown', { key: 'Enter' })
    expect(send).toHaveBeenCalledWith('你好')
    expect((field.element as HTMLTextAreaElement).value).toBe('')
  })

  it('refuses what is too long, and says by how much', async () => {
    const { panel, session } = open()
    const send = vi.spyOn(session, 'send')
    await panel.find('.composer textarea').setValue('字'.repeat(8_003))
    expect(panel.find('.count').text()).toContain('3')
    expect(panel.find('.send').attributes('disabled')).toBeDefined()
    await panel.find('.composer').trigger('submit')
    expect(send).not.toHaveBeenCalled()
  })

  it('draws the end of a long history, and more of it when asked to', async () => {
    const { panel, view } = open()
    view.entries = Array.from({ length: 450 }, (_, i) => ({
      key: `m${i}`, side: 'theirs', sender: 'AGENT', body: `text ${i}`, contentType: 'text/plain', at: i, seq: i + 1, delivery: null, refusal: null, refusedFor: null, file: null, upload: null, newDay: false, follows: false,
    }))
    await nextTick()
    expect(panel.findAll('.bubble')).toHaveLength(200)
    expect(panel.findAll('.bubble').at(-1)!.text()).toBe('text 449')
    await panel.find('.earlier').trigger('click')
    await panel.find('.earlier').trigger('click')
    expect(panel.findAll('.bubble')).toHaveLength(450)
    expect(panel.find('.earlier').exists()).toBe(false)
  }, 30_000)

  it('shows bodies as text, never as markup', async () => {
    const { panel, view } = open()
    view.entries = [
      { key: 'm1', side: 'theirs', sender: 'AGENT', body: '<img src=x onerror=alert(1)> https://a.test/', contentType: 'text/markdown', at: 0, seq: 1, delivery: null, refusal: null, refusedFor: null, file: null, upload: null, newDay: true, follows: false },
    ]
    await nextTick()
    expect(panel.find('.bubble img').exists()).toBe(false)
    expect(panel.find('.bubble a').attributes()).toMatchObject({ href: 'https://a.test/', rel: 'noopener noreferrer nofollow' })
  })

  it('asks before the chat what the tenant wants to know, once', async () => {
    const { panel, session, view } = open({ form: 'name,contact?,topic' })
    expect(panel.find('.composer').exists()).toBe(false)
    await panel.find('form.entry').trigger('submit')
    expect(panel.findAll('[role=alert]').map((alert) => alert.text())).toEqual(['请填写您的称呼', '请选择一个话题'])
    expect(document.activeElement?.getAttribute('name')).toBe('name')
    await panel.find('[name=name]').setValue(' 林小姐 ')
    await panel.find('[name=contact]').setValue('nobody@')
    await panel.find('.chip').trigger('click')
    await panel.find('form.entry').trigger('submit')
    expect(panel.find('[name=contact]').attributes('aria-invalid')).toBe('true')
    await panel.find('[name=contact]').setValue('lin@example.cn')
    await panel.find('form.entry').trigger('submit')
    await nextTick()
    expect(panel.find('form.entry').exists()).toBe(false)
    expect(panel.find('.composer').exists()).toBe(true)
    expect(panel.emitted('introduce')).toEqual([[{ name: '林小姐', contact: 'lin@example.cn', category: 'vip', subject: '大客户' }]])
    expect(session.about).toEqual({ category: 'vip', subject: '大客户' })
    expect(view.introduced).toBe(true)
  })

  it('closes its menu by Escape and stays open itself', async () => {
    const { panel, view } = open()
    view.phase = { name: 'open' }
    await nextTick()
    await panel.find('.menu .head-button').trigger('click')
    await panel.find('.menu-items').trigger('keydown', { key: 'Escape' })
    expect(panel.find('.menu-items').exists()).toBe(false)
    expect(panel.emitted('close')).toBeUndefined()
  })

  it('closes by Escape and changes the language while open', async () => {
    const { panel } = open()
    language.value = 'en'
    await nextTick()
    expect(panel.find('.person-button').text()).toBe('Talk to a person')
    await panel.find('.panel').trigger('keydown', { key: 'Escape' })
    expect(panel.emitted('close')).toHaveLength(1)
  })
})
