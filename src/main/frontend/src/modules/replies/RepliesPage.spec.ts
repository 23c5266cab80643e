import { flushPromises } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { show, viewer } from '@/modules/ticket/testing/scene'
import { http, ProblemError } from '@/shared/api'
import RepliesPage from './RepliesPage.vue'
import type { QuickReply } from './replies'

const desk = vi.hoisted(() => ({ looks: {} as unknown, route: {} as { query: Record<string, string | undefined> } }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks, me: () => (desk.looks as { me: unknown }).me }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => ({ replace: ({ query }: { query: Record<string, string> }) => (desk.route.query = query) }),
}))

const reply = (id: string, changes: Partial<QuickReply> = {}): QuickReply => ({
  id,
  scope: 'DEPARTMENT',
  owner: 'vip',
  category: '售后',
  title: `标题 ${id}`,
  shortcut: id,
  body: '{{customer.name}}您好',
  version: 3,
  updatedBy: 'vip.manager',
  updatedAt: '2026-11-26T01:00:00Z',
  ...changes,
})
let list: QuickReply[]
let answer: () => unknown
const asked = () => vi.mocked(http.get).mock.calls.filter(([path]) => path === '/quick-replies').map(([, query]) => query!)

beforeEach(() => {
  document.body.innerHTML = ''
  desk.looks = viewer('vip.manager', 'manager')
  desk.route = reactive({ query: {} })
  list = [reply('a', { category: '', scope: 'PERSONAL', owner: 'vip.manager' }), reply('b'), reply('c', { scope: 'TENANT', owner: null })]
  answer = () => ({ items: list, next: null })
  vi.spyOn(http, 'get').mockImplementation((path) => {
    if (path === '/departments') return Promise.resolve({ items: [{ id: 'vip', name: '大客户' }] }) as never
    if (path === '/quick-replies/categories') return Promise.resolve({ items: [{ category: '售后', replies: 2 }] }) as never
    if (path === '/quick-replies/b') return Promise.resolve(reply('b', { version: 4, body: '对方写的' })) as never
    return Promise.resolve().then(answer) as never
  })
})
const byId = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)
const click = async (testid: string) => (byId(testid)!.click(), await flushPromises())
async function type(testid: string, text: string) {
  const field = byId(testid)!
  const input = (field.matches('input, textarea') ? field : field.querySelector('input, textarea')) as HTMLInputElement
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

describe('the page of quick replies', () => {
  it('lists them by category, says whose each is, and lets only change what one may', async () => {
    const { shown } = await show(RepliesPage)
    expect(shown.findAll('h2').map((it) => it.text())).toEqual(['未分类', '售后'])
    const rows = shown.findAll('[data-testid="reply"]')
    expect(rows.map((row) => row.find('.chip').text())).toEqual(['个人', '大客户', '全公司'])
    expect(rows.map((row) => row.find('[data-testid="reply-remove"]').exists())).toEqual([true, true, false])
    expect(rows[1]!.text()).toContain('/b')
  })

  it('keeps in the address what it is narrowed by', async () => {
    const { shown, press } = await show(RepliesPage)
    await press('tab-DEPARTMENT')
    shown.findComponent(ElSelect).vm.$emit('update:modelValue', '售后')
    await flushPromises()
    expect(desk.route.query).toEqual({ scope: 'DEPARTMENT', category: '售后' })
    expect(asked().at(-1)).toMatchObject({ scope: 'DEPARTMENT', category: '售后', q: '' })
    await press('tab-ALL')
    expect(asked().at(-1)).toMatchObject({ scope: '', category: '售后' })
  })

  it('says why it shows none', async () => {
    answer = () => ({ items: [], next: null })
    const empty = await show(RepliesPage)
    expect(empty.shown.text()).toContain('还没有快捷回复')
    answer = () => Promise.reject(new ProblemError({ status: 403, code: 'forbidden' }))
    const refused = await show(RepliesPage)
    expect(refused.shown.get('[role="alert"]').text()).toContain('您的角色不能执行此操作')
  })

  it('adds one with a preview of what it will read', async () => {
    const create = vi.spyOn(http, 'create').mockResolvedValue(reply('n'))
    await show(RepliesPage)
    await click('reply-new')
    await type('reply-title', '退款 ')
    await type('reply-body', '{{customer.name}}您好，我是{{agent.name}}。')
    expect(byId('reply-preview')!.textContent).toBe('李女士您好，我是唐宁。')
    await click('reply-save')
    expect(create).toHaveBeenCalledWith('/quick-replies', { category: '', title: '退款', shortcut: null, body: '{{customer.name}}您好，我是{{agent.name}}。', scope: 'PERSONAL', department: null })
    expect(byId('reply-dialog')).toBeNull()
  })

  it('sends nothing that the server would refuse', async () => {
    const create = vi.spyOn(http, 'create').mockResolvedValue(reply('n'))
    await show(RepliesPage)
    await click('reply-new')
    await type('reply-title', 't')
    await type('reply-body', '{{shoe.size}}')
    await click('reply-save')
    expect(byId('reply-unknown')!.textContent).toContain('shoe.size')
    expect(create).not.toHaveBeenCalled()
  })

  it('shows what somebody else saved meanwhile, and loses neither', async () => {
    const put = vi.spyOn(http, 'put').mockRejectedValueOnce(new ProblemError({ status: 412, code: 'changed_meanwhile', detail: '内容已被他人修改' })).mockResolvedValue(reply('b'))
    const { shown } = await show(RepliesPage)
    await shown.findAll('[data-testid="reply-edit"]')[1]!.trigger('click')
    await flushPromises()
    await type('reply-body', '我写的')
    await click('reply-save')
    expect(byId('reply-failure')!.textContent).toContain('对方写的')
    expect((byId('reply-body') as HTMLTextAreaElement).value).toBe('我写的')
    await click('reply-save')
    expect(put.mock.calls.map(([, body, version]) => [(body as { body: string }).body, version])).toEqual([['我写的', 3], ['我写的', 4]])
  })

  it('takes one away at once, and brings it back', async () => {
    const remove = vi.spyOn(http, 'delete').mockResolvedValue(undefined)
    const create = vi.spyOn(http, 'create').mockResolvedValue(reply('b'))
    const { shown } = await show(RepliesPage)
    await shown.findAll('[data-testid="reply-remove"]')[1]!.trigger('click')
    await flushPromises()
    expect(remove).toHaveBeenCalledWith('/quick-replies/b', 3)
    await click('undo')
    expect(create).toHaveBeenCalledWith('/quick-replies', { category: '售后', title: '标题 b', shortcut: 'b', body: '{{customer.name}}您好', scope: 'DEPARTMENT', department: 'vip' })
    expect(byId('undo-bar')).toBeNull()
  })
})
