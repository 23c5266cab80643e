import { flushPromises } from '@vue/test-utils'
import { ElDatePicker } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { http, ProblemError } from '@/shared/api'
import { show } from '../testing/scene'
import EmploymentDialog from './EmploymentDialog.vue'

const KNOWN = { worksSince: '2015-03-01', employedSince: '2020-07-01', year: 2026, entitled: 10 }
const dialog = () => show(EmploymentDialog, { agent: 'kf001', name: '陈晓雨' })

describe('since when somebody works', () => {
  beforeEach(() => {
    vi.spyOn(http, 'get').mockResolvedValue(KNOWN)
    vi.spyOn(http, 'put').mockResolvedValue({ ...KNOWN, worksSince: '2004-03-01', entitled: 15 })
  })

  it('is shown with what it brings, and written down', async () => {
    const { part, shown } = await dialog()
    expect(http.get).toHaveBeenCalledWith('/balances/kf001/employment')
    expect(part('employment-entitled').text()).toBe('2026 年应休年假 10 天')
    const [worksSince, employedSince] = shown.findAllComponents(ElDatePicker)
    expect([worksSince!.props('modelValue'), employedSince!.props('modelValue')]).toEqual(['2015-03-01', '2020-07-01'])
    worksSince!.vm.$emit('update:modelValue', '2004-03-01')
    employedSince!.vm.$emit('update:modelValue', null)
    await flushPromises()
    await part('employment-send').trigger('submit')
    await flushPromises()
    expect(http.put).toHaveBeenCalledExactlyOnceWith('/balances/kf001/employment', { worksSince: '2004-03-01', employedSince: null })
    expect(shown.emitted('close')).toHaveLength(1)
    expect(document.body.textContent).toContain('今年应休年假 15 天')
  })

  it('is not written down when it cannot be', async () => {
    const { part, shown } = await dialog()
    shown.findAllComponents(ElDatePicker)[1]!.vm.$emit('update:modelValue', '2015-02-28')
    await flushPromises()
    expect(shown.text()).toContain('不能早于首次参加工作日期')
    expect(part('employment-send').attributes('disabled')).toBeDefined()
  })

  it('stays open when it was refused', async () => {
    vi.mocked(http.put).mockRejectedValue(new ProblemError({ status: 403, code: 'employment_own' }))
    const { part, shown } = await dialog()
    await part('employment-send').trigger('submit')
    await flushPromises()
    expect(shown.emitted('close')).toBeUndefined()
  })
})
