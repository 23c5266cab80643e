import { flushPromises } from '@vue/test-utils'
import { ElMessageBox, ElRadioGroup } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, type Ref } from 'vue'
import { http, ProblemError } from '@/shared/api'
import SwapPage from './SwapPage.vue'
import type { Swap, SwapApproval } from './swapTypes'
import { answer, finding, items, show, swap, viewer } from './testing/scene'

const desk = vi.hoisted(() => ({ looks: {} as unknown, now: {} as unknown }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))

let shownSwap: Swap
const approval = (department: string, changes: Partial<SwapApproval> = {}): SwapApproval => ({ department, state: 'OPEN', by: null, at: null, comment: null, ...changes })
const approving = (changes: Partial<Swap> = {}) => swap({
  state: 'APPROVING',
  items: items(['a', 'b', 'c'], [{}, { confirmation: 'AGREED' }, { confirmation: 'AGREED' }]),
  approvals: [approval('ticketing'), approval('vip')],
  ...changes,
})
const asked = (path: string) => vi.mocked(http.get).mock.calls.filter(([each]) => each === path).length
const says = (value: string) => vi.spyOn(ElMessageBox, 'prompt').mockResolvedValue({ value, action: 'confirm' } as never)
const open = () => show(SwapPage, { id: 's1' })

beforeEach(() => {
  desk.looks = viewer('kf003', 'customer_service')
  desk.now = ref(Date.parse('2026-11-26T20:00:00Z'))
  shownSwap = swap()
  vi.spyOn(http, 'get').mockImplementation((path) => {
    if (path === '/departments') return Promise.resolve({ items: [{ id: 'ticketing', name: '票务咨询' }, { id: 'vip', name: '大客户' }] }) as never
    if (path.startsWith('/audit')) return Promise.resolve({ items: [] }) as never
    if (path === '/swaps/s1/similar') return Promise.resolve({ items: [swap({ id: 's0', number: 'S-0', state: 'EXECUTED' })] }) as never
    if (path === '/swaps/s1/check') return Promise.resolve(answer(shownSwap.items)) as never
    return Promise.resolve(path === '/swaps' ? { items: [] } : shownSwap) as never
  })
  vi.spyOn(http, 'post').mockImplementation(() => Promise.resolve(shownSwap) as never)
})

describe('a swap', () => {
  it('tells who gives and takes what, who agreed when, and until when', async () => {
    shownSwap = swap({ comment: '麻烦大家了' })
    const { shown, part } = await open()
    const answers = shown.findAll('[data-testid="swap-answer"]').map((it) => it.text())
    expect(answers[0]).toContain('发起')
    expect(answers[1]).toContain('已同意')
    expect(answers[1]).toContain('11月26日 11:00')
    expect(answers[2]).toContain('未答复')
    expect(part('swap-deadline').text()).toContain('还剩 6 小时 0 分')
    expect(part('swap-picture').get('svg').attributes('aria-label')).toContain('王嘉宁 接 陈晓雨 的 12月5日 周六 夜班 22:00–次日 06:00')
    expect(shown.findAll('[data-testid="picture-row"]')).toHaveLength(3)
    expect(shown.text()).toContain('麻烦大家了')
    expect(asked('/audit/swap/s1')).toBe(1)
  })

  it('says what it comes to while it is open, and until when the departments decide', async () => {
    shownSwap = approving()
    const { part } = await open()
    expect(part('swap-effect').exists()).toBe(true)
    expect(part('swap-deadline').text()).toContain('还剩 6 天')

    shownSwap = swap({ state: 'EXECUTED' })
    const over = await open()
    expect(over.part('swap-effect').exists()).toBe(false)
  })

  it('says why it ended, at the link that a rule speaks of', async () => {
    shownSwap = swap({ state: 'REFUSED', cause: '规则不通过', confirmUntil: null, decidedAt: '2026-11-26T02:00:01Z', findings: [finding({ step: 2, message: '缺少技能' }), finding({ step: null, message: '已过期' })] })
    const { shown, part } = await open()
    expect(part('swap-cause').text()).toBe('规则不通过')
    expect(shown.findAll('[data-testid="swap-answer"]')[1]!.text()).toContain('缺少技能')
    expect(shown.findAll('[data-testid="finding"]').map((it) => it.text())).toEqual(['已过期', '缺少技能'])
    expect(part('swap-deadline').exists()).toBe(false)
    expect(part('swap-actions').exists()).toBe(false)
  })

  it('tells what each department said', async () => {
    shownSwap = approving({ approvals: [approval('ticketing', { state: 'REJECTED', by: { id: 'm', name: '沈若琳' }, at: '2026-11-26T05:00:00Z', comment: '人手不足' }), approval('vip')] })
    const { shown } = await open()
    const [first, second] = shown.findAll('[data-testid="swap-approval"]').map((it) => it.text())
    for (const text of ['票务咨询', '已驳回', '沈若琳', '11月26日 13:00', '人手不足']) expect(first).toContain(text)
    expect(second).toContain('待审批')
  })

  it('is asked for again when its time runs out', async () => {
    await open()
    const before = asked('/swaps/s1')
    ;(desk.now as Ref<number>).value = Date.parse('2026-11-27T02:00:00Z')
    await flushPromises()
    expect(asked('/swaps/s1')).toBe(before + 1)
  })

  it('that is not there or could not be asked for says so', async () => {
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 404, code: 'http_404' }))
    expect((await open()).shown.get('[role="alert"]').text()).toContain('未找到')
  })
})

describe('whoever was asked', () => {
  it('agrees with one click', async () => {
    const { press } = await open()
    await press('swap-agree')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/swaps/s1/confirmation', { agreed: true })
  })

  it('declines with or without a word, and not when that question is closed', async () => {
    const { press } = await open()
    vi.spyOn(ElMessageBox, 'prompt').mockRejectedValueOnce('cancel')
    await press('swap-decline')
    expect(http.post).not.toHaveBeenCalled()
    says(' 有约 ')
    await press('swap-decline')
    says('')
    await press('swap-decline')
    expect(vi.mocked(http.post).mock.calls.map(([, body]) => body)).toEqual([{ agreed: false, comment: '有约' }, { agreed: false, comment: undefined }])
  })

  it('learns that it is over already, and sees what became of it', async () => {
    const { shown, press, part } = await open()
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'swap_over', detail: '换班已结束。' }))
    shownSwap = swap({ state: 'WITHDRAWN', confirmUntil: null, decidedAt: '2026-11-26T06:00:00Z' })
    await press('swap-agree')
    expect(document.body.textContent).toContain('换班已结束。 页面已更新为最新状态。')
    expect(shown.get('[data-testid="swap-detail"]').attributes('data-state')).toBe('WITHDRAWN')
    expect(part('swap-agree').exists()).toBe(false)
  })

  it('has nothing to answer twice', async () => {
    desk.looks = viewer('kf002', 'customer_service')
    expect((await open()).part('swap-actions').exists()).toBe(false)
  })
})

describe('whoever proposed it', () => {
  it('takes it back, and answers nothing', async () => {
    desk.looks = viewer('kf001', 'customer_service')
    const { part, press } = await open()
    expect(part('swap-agree').exists()).toBe(false)
    says('不需要了')
    await press('swap-withdraw')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/swaps/s1/withdrawal', { comment: '不需要了' })
  })
})

describe('whoever decides', () => {
  beforeEach(() => {
    desk.looks = viewer('ticketing.manager', 'manager')
    shownSwap = approving()
  })

  it('approves for the own department, and sees how such swaps ended before', async () => {
    const { part, press } = await open()
    expect(part('similar-swap').text()).toContain('已换班')
    await press('swap-approve')
    await press('decision-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/swaps/s1/decision', { approved: true, comment: undefined, department: 'ticketing' })
  })

  it('rejects with a reason only', async () => {
    const { part, press } = await open()
    await press('swap-reject')
    expect(part('decision-send').attributes('disabled')).toBeDefined()
    await part('decision-comment').setValue(' 人手不足 ')
    await press('decision-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/swaps/s1/decision', { approved: false, comment: '人手不足', department: 'ticketing' })
  })

  it('decides for one department at a time when there are several', async () => {
    desk.looks = viewer('acme.admin', 'admin')
    const { shown, press } = await open()
    await press('swap-approve')
    const choice = shown.getComponent(ElRadioGroup)
    expect(choice.text()).toBe('票务咨询大客户')
    choice.vm.$emit('update:modelValue', 'vip')
    await press('decision-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/swaps/s1/decision', { approved: true, comment: undefined, department: 'vip' })
  })

  it('reads why it cannot be approved now, and the dialog stays', async () => {
    const { part, press } = await open()
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'swap_refused', conflicts: [{ code: 'x', message: '班次已变更' }] }))
    await press('swap-approve')
    await press('decision-send')
    expect(part('finding').text()).toBe('班次已变更')
    expect(part('decision-send').exists()).toBe(true)
  })

  it('was too late: the dialog closes and nothing is left to decide', async () => {
    const { part, press } = await open()
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'swap_over', detail: '换班已结束。' }))
    await press('swap-approve')
    shownSwap = swap({ state: 'WITHDRAWN' })
    await press('decision-send')
    for (const testid of ['decision-send', 'swap-approve', 'similar-swap']) expect(part(testid).exists()).toBe(false)
  })

  it('is not an auditor, who reads only', async () => {
    desk.looks = viewer('acme.auditor', 'auditor')
    const { part } = await open()
    for (const testid of ['swap-actions', 'similar-swap']) expect(part(testid).exists()).toBe(false)
    expect(asked('/swaps/s1/similar')).toBe(0)
  })
})
