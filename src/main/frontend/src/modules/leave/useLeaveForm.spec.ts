import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { http, ProblemError } from '@/shared/api'
import { useLeaveForm } from './useLeaveForm'

function compose() {
  let form!: ReturnType<typeof useLeaveForm>
  const Host = defineComponent({ setup: () => ((form = useLeaveForm('2026-11-25')), () => null) })
  const host = mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  return { form, host }
}
const allowed = { allowed: true, findings: [], shifts: [], days: 1, cost: 1, segments: [], announced: true, balance: null, shares: [] }

describe('the leave form', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('asks the rules once somebody stops changing it', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue(allowed)
    const { form } = compose()
    for (const type of ['SICK', 'ANNUAL', 'OTHER'] as const) {
      form.draft.value.type = type
      await vi.advanceTimersByTimeAsync(50)
    }
    await vi.advanceTimersByTimeAsync(400)
    expect(post).toHaveBeenCalledOnce()
    expect(post.mock.calls[0]).toMatchObject(['/leaves:check', { type: 'OTHER' }])
    expect(form.allowed.value).toBe(true)
  })

  it('keeps the newest answer when answers overtake each other', async () => {
    const waiting: ((value: unknown) => void)[] = []
    vi.spyOn(http, 'post').mockImplementation(() => new Promise((resolve) => waiting.push(resolve as never)))
    const { form } = compose()
    await vi.advanceTimersByTimeAsync(400)
    form.draft.value.type = 'SICK'
    await vi.advanceTimersByTimeAsync(400)
    waiting[1]!({ ...allowed, days: 0.5 })
    waiting[0]!({ ...allowed, allowed: false })
    await vi.advanceTimersByTimeAsync(0)
    expect(form.check.value).toMatchObject({ allowed: true, days: 0.5 })
  })

  it('does not ask about dates that cannot be', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue(allowed)
    const { form } = compose()
    form.draft.value.endDate = '2026-11-20'
    await vi.advanceTimersByTimeAsync(1_000)
    expect(post).not.toHaveBeenCalled()
  })

  it('shows why a sent request was refused, and repeats it with the same key', async () => {
    vi.spyOn(http, 'post').mockResolvedValue(allowed)
    const conflicts = [{ code: 'leave.overlap', message: 'overlaps', rule: 'Overlap' }]
    const create = vi.spyOn(http, 'create').mockRejectedValue(new ProblemError({ status: 409, code: 'leave_refused', conflicts }))
    const { form } = compose()
    expect(await form.send()).toBeNull()
    expect(form.findings.value).toMatchObject([{ code: 'leave.overlap', severity: 'BLOCKS' }])
    await form.send()
    expect(create.mock.calls[0]![2]).toBe(create.mock.calls[1]![2])
  })

  it('sends once on a double click', async () => {
    vi.spyOn(http, 'post').mockResolvedValue(allowed)
    const create = vi.spyOn(http, 'create').mockResolvedValue({ id: 'l1' })
    const { form } = compose()
    await Promise.all([form.send(), form.send()])
    expect(create).toHaveBeenCalledOnce()
  })
})
