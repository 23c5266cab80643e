import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { http, ProblemError, type Leave } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import { useDeciding } from '../useDeciding'
import DecideBar from './DecideBar.vue'
import MarkableRow from './MarkableRow.vue'

const leave = (id: string, agentId = 'kf001') =>
  ({
    id,
    agentId,
    agentName: `姓名${id}`,
    type: 'ANNUAL',
    days: 1,
    startDate: '2026-12-21',
    startPeriod: 'MORNING',
    endDate: '2026-12-21',
    endPeriod: 'AFTERNOON',
    reason: '回家',
    state: 'PENDING',
    attachments: [],
  }) as unknown as Leave

async function list() {
  changeLocale('zh-CN')
  const leaves = ref([leave('a'), leave('b'), leave('own', 'boss')])
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { render: () => null } }] })
  const shown = mount(
    defineComponent({
      setup() {
        const deciding = useDeciding(leaves, { id: 'boss', roles: ['manager'] })
        return () => [
          h(DecideBar, { deciding }),
          ...leaves.value.map((one) => h(MarkableRow, { leave: one, chosen: one.id === 'b', deciding, key: one.id })),
        ]
      },
    }),
    { global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient: new QueryClient() }]] }, attachTo: document.body },
  )
  await flushPromises()
  return shown
}
const field = (name: string) => document.querySelector<HTMLElement>(`[data-testid="${name}"]`)!

afterEach(() => vi.restoreAllMocks())

describe('the list of requests that wait', () => {
  it('has a box for each request but the own', async () => {
    const shown = await list()
    expect(shown.findAll('[data-testid="leave-line"]')).toHaveLength(3)
    expect(shown.findAll('[data-testid="leave-mark"]')).toHaveLength(2)
    expect(field('approve-many').hasAttribute('disabled')).toBe(true)
  })

  it('marks the whole line of the request that is open, its box included', async () => {
    const shown = await list()
    const lines = shown.findAll('[data-testid="leave-line"]')
    expect(lines.map((line) => line.classes('chosen'))).toEqual([false, true, false])
  })

  it('decides all that are marked, and keeps what was refused with the reason', async () => {
    const refusal = new ProblemError({
      status: 409,
      code: 'leave_held_back',
      conflicts: [{ code: 'shift_locked', message: '班次被占用', rule: 'Locked' }],
    })
    const post = vi
      .spyOn(http, 'post')
      .mockImplementation((path) => (path.includes('/b/') ? Promise.reject(refusal) : Promise.resolve({} as never)))
    const shown = await list()
    await shown.get('[data-testid="decide-all"] input').setValue(true)
    await shown.get('[data-testid="approve-many"]').trigger('click')
    await flushPromises()
    field('many-send').closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()

    expect(post).toHaveBeenCalledTimes(2)
    const lines = shown.findAll('[data-testid="leave-line"]')
    expect(lines.map((line) => line.attributes('data-progress'))).toEqual(['DONE', 'FAILED', undefined])
    expect(lines[1]!.get('[role="alert"]').text()).toBe('班次被占用')
    expect(field('decide-tally').textContent).toContain('已审批 1 / 2')
  })

  it('asks for words before it rejects', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({} as never)
    const shown = await list()
    await shown.get('[data-testid="leave-mark"] input').setValue(true)
    await shown.get('[data-testid="reject-many"]').trigger('click')
    await flushPromises()
    expect(field('many-send').hasAttribute('disabled')).toBe(true)
    field('many-send').closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(post).not.toHaveBeenCalled()
  })
})
