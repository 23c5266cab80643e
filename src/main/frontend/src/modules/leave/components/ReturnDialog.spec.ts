import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { http, ProblemError } from '@/shared/api'
import { periodLeave, show } from '../testing/scene'
import HalfDayField from './HalfDayField.vue'
import ReturnDialog from './ReturnDialog.vue'

const now = { date: '2026-12-02', period: 'MORNING' } as const
const dialog = () => show(ReturnDialog, { leave: periodLeave(), now })

describe('coming back early', () => {
  beforeEach(() => void vi.spyOn(http, 'post').mockResolvedValue(periodLeave()))

  it('is proposed for the next half day and says until when the leave lasts then', async () => {
    const { part, press, shown } = await dialog()
    expect(part('return-until').text()).toContain('12月2日 周三 上午')
    await part('return-comment').setValue(' 手术顺利 ')
    await press('return-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/leaves/l1/return', { date: '2026-12-02', period: 'AFTERNOON', comment: '手术顺利' })
    expect(shown.emitted('close')).toHaveLength(1)
  })

  it('lies between now and the end', async () => {
    const { part, shown } = await dialog()
    const field = shown.getComponent(HalfDayField)
    expect([field.props('earliest'), field.props('latest')]).toEqual(['2026-12-02', '2026-12-04'])
    field.vm.$emit('update:date', '2026-12-04')
    await flushPromises()
    expect(part('return-send').attributes('disabled')).toBeDefined()
    expect(shown.text()).toContain('只能选现在到休假结束之间')
    field.vm.$emit('update:period', 'MORNING')
    await flushPromises()
    expect(part('return-send').attributes('disabled')).toBeUndefined()
  })

  it('shows why it was refused and stays open', async () => {
    const conflicts = [{ code: 'leave.ended', message: '休假已结束' }]
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'leave_refused', conflicts }))
    const { part, press, shown } = await dialog()
    await press('return-send')
    expect(part('finding').text()).toBe('休假已结束')
    expect(shown.emitted('close')).toBeUndefined()
  })
})
