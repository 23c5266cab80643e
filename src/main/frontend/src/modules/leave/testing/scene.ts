import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Cover, Leave, Role } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'

/** Who looks at the screen, in the form of `useMe`. */
export const viewer = (id: string, ...roles: Role[]) => ({
  me: { id, roles },
  isAgent: roles.includes('customer_service'),
  manages: roles.some((role) => role === 'manager' || role === 'admin'),
})

/** Shows a component as the desk does, in Chinese, with everything that was asked for answered. */
export async function show<Props extends Record<string, unknown>>(component: Component, props?: Props) {
  changeLocale('zh-CN')
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shown = mount(component, {
    props,
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: queries }]], stubs: { RouterLink: RouterLinkStub } },
    attachTo: document.body,
  } as ComponentMountingOptions<Component>)
  await flushPromises()
  const part = (testid: string) => shown.find(`[data-testid="${testid}"]`)
  const press = (testid: string) => part(testid).trigger('click').then(flushPromises)
  return { shown, part, press }
}

/** A leave of several days that was approved and has begun. */
export const periodLeave = (changes: Partial<Leave> = {}): Leave => ({
  id: 'l1',
  number: 'L-1',
  agentId: 'kf001',
  agentName: '陈晓雨',
  department: 'ticketing',
  type: 'PERSONAL',
  startDate: '2026-12-01',
  startPeriod: 'AFTERNOON',
  endDate: '2026-12-04',
  endPeriod: 'MORNING',
  process: 'period-leave',
  days: 3,
  cost: 3,
  reason: '家里有事',
  state: 'APPROVED',
  outcome: 'Approved',
  findings: [],
  attachments: [],
  endorsedBy: null,
  endorsedByName: null,
  endorsedAt: null,
  extension: null,
  decidedBy: 'ticketing.manager',
  decidedByName: '周敏',
  decidedAt: '2026-11-20T02:00:00Z',
  comment: null,
  createdAt: '2026-11-20T01:00:00Z',
  begun: true,
  version: 1,
  ...changes,
})

/** A late shift that kf001 is asked to take over until four in the afternoon of the tenant. */
export const offeredCover = (changes: Partial<Cover> = {}): Cover => ({
  id: 'c1',
  leaveId: 'l1',
  leaveNumber: 'L-1',
  absentName: '李思远',
  department: 'ticketing',
  date: '2026-12-03',
  shiftType: '夜班',
  color: '#5b5fc7',
  start: '2026-12-03T14:00:00Z',
  end: '2026-12-03T22:00:00Z',
  state: 'OFFERED',
  offeredTo: { id: 'kf001', name: '陈晓雨' },
  offerUntil: '2026-12-02T08:00:00Z',
  candidates: [],
  comment: null,
  ...changes,
})
