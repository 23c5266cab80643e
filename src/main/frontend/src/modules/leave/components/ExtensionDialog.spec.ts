import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { http, ProblemError } from '@/shared/api'
import { periodLeave, show } from '../testing/scene'
import { extensionMistakes } from '../useExtensionForm'
import ExtensionDialog from './ExtensionDialog.vue'
import HalfDayField from './HalfDayField.vue'

const check = { allowed: false, findings: [], shifts: [], days: 1.5, cost: 1.5, segments: [], announced: true, balance: null, shares: [] }
const sent = () => vi.mocked(http.post).mock.calls.filter(([path]) => path.endsWith('/extension')).map(([, body]) => body)
const answer = (extension: () => Promise<unknown>) =>
  vi.spyOn(http, 'post').mockImplementation((path: string) => (path === '/leaves:check' ? Promise.resolve(check) : extension()) as never)

describe('an extension', () => {
  beforeEach(() => void answer(() => Promise.resolve(periodLeave())))

  it('costs what its added days cost, from the half day after the end', async () => {
    const { part } = await show(ExtensionDialog, { leave: periodLeave() })
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/leaves:check', expect.objectContaining({
      startDate: '2026-12-04', startPeriod: 'AFTERNOON', endDate: '2026-12-05', endPeriod: 'AFTERNOON',
    }))
    expect(part('extension-preview').text()).toContain('1.5 天')
  })

  it('is sent with its reason and its files, not before', async () => {
    vi.spyOn(http, 'create').mockResolvedValue({ id: 'a1', name: 'note.pdf', type: 'application/pdf', size: 9 })
    const { part, press, shown } = await show(ExtensionDialog, { leave: periodLeave() })
    await press('extension-send')
    expect(sent()).toEqual([])
    expect(shown.text()).toContain('请填写事由')
    const input = part('leave-file')
    Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'note.pdf', { type: 'application/pdf' })] })
    await input.trigger('change')
    await part('extension-reason').setValue(' 需要多陪护 ')
    await press('extension-send')
    expect(sent()).toEqual([{ endDate: '2026-12-05', endPeriod: 'AFTERNOON', reason: '需要多陪护', attachments: ['a1'] }])
    expect(shown.emitted('close')).toHaveLength(1)
  })

  it('ends later than the leave, or nothing is asked', async () => {
    const { part, shown } = await show(ExtensionDialog, { leave: periodLeave() })
    vi.mocked(http.post).mockClear()
    shown.getComponent(HalfDayField).vm.$emit('update:date', '2026-12-03')
    await flushPromises()
    expect(shown.text()).toContain('须晚于目前的结束时间')
    expect(part('extension-preview').exists()).toBe(false)
    expect(http.post).not.toHaveBeenCalled()
  })

  it('shows the rules that refuse it', async () => {
    const conflicts = [{ code: 'leave.blackout', message: '该日期不可请假' }]
    answer(() => Promise.reject(new ProblemError({ status: 409, code: 'leave_refused', conflicts })))
    const { part, press, shown } = await show(ExtensionDialog, { leave: periodLeave() })
    await part('extension-reason').setValue('需要')
    await press('extension-send')
    expect(part('finding').text()).toBe('该日期不可请假')
    expect(shown.emitted('close')).toBeUndefined()
  })

  it('is at most 180 days of leave in all', () => {
    const at = (date: string) => extensionMistakes(periodLeave(), { end: { date, period: 'MORNING' }, reason: 'ill', attachments: [] })
    expect(at('2027-05-29')).toEqual({})
    expect(at('2027-05-30').end).toBe('leave.mistake.tooLong')
  })
})
