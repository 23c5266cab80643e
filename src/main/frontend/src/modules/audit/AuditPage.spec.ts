import { flushPromises } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http } from '@/shared/api'
import AuditPage from './AuditPage.vue'

const push = vi.hoisted(() => vi.fn())
vi.mock('vue-router', () => ({ useRouter: () => ({ push }) }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => ({ has: () => false }) }))

const entry = { at: '2026-12-01T01:00:00Z', actor: 'system', role: 'system', what: 'CalendarAnnounced', before: null, after: '33', comment: null }
const KINDS = ['leave', 'balance', 'calendar', 'shift-type', 'rota-feed']
const texts = (testid: string) => [...document.querySelectorAll(testid)].map((option) => option.textContent)

beforeEach(() => {
  push.mockReset()
  vi.spyOn(http, 'get').mockImplementation((path) => Promise.resolve({ items: path === '/audit/kinds' ? KINDS : [entry] }) as never)
})

describe('the audit page', () => {
  it('offers every kind that the server keeps trails of', async () => {
    await show(AuditPage)
    expect(texts('.el-select-dropdown__item')).toEqual(['请假', '假期余额', '工作日历', '班次类型', '日历订阅'])
  })

  it('says by what to look for a kind, and goes to the trail', async () => {
    const { shown, part } = await show(AuditPage)
    shown.getComponent(ElSelect).vm.$emit('update:modelValue', 'calendar')
    await flushPromises()
    expect(part('trail-id').attributes('placeholder')).toBe('年份')
    await part('trail-id').setValue(' 2026 ')
    await shown.get('form').trigger('submit')
    expect(push).toHaveBeenCalledExactlyOnceWith('/audit/calendar/2026')
  })

  it('shows the trail that the address names', async () => {
    const { shown, part } = await show(AuditPage, { kind: 'calendar', id: '2026' })
    expect(shown.text()).toContain('工作日历 2026')
    expect(part('trail').text()).toContain('公布全年节假日')
  })

  it('says in the words of the reader why an agent was chosen, and leaves what people wrote', async () => {
    const offered = { ...entry, what: 'HandoffOffered', after: 'ASSIGNED', comment: 'kf003 SCORE 62.50 = load 22.50 + status 40.00' }
    const rejected = { ...entry, what: 'HandoffRejected', after: 'PENDING', comment: '正在处理另一位客户' }
    vi.mocked(http.get).mockImplementation((path) => Promise.resolve({ items: path === '/audit/kinds' ? KINDS : [offered, rejected] }) as never)
    const { part } = await show(AuditPage, { kind: 'handoff', id: '7' })
    expect(part('trail').text()).toContain('KF003 · 按得分 62.5 = ')
    expect(part('trail').text()).not.toContain('SCORE')
    expect(part('trail').text()).toContain('正在处理另一位客户')
  })

  it('still lets people look for leave while the kinds are not known', async () => {
    vi.mocked(http.get).mockRejectedValue(new Error('offline'))
    const { part } = await show(AuditPage)
    expect(texts('.el-select-dropdown__item')).toEqual(['请假'])
    expect(part('trail-id').exists()).toBe(true)
  })
})
