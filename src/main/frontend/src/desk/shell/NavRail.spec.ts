import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { viewer, show } from '@/modules/leave/testing/scene'
import type { Role } from '@/shared/api'
import NavRail from './NavRail.vue'
import { groupOf } from './useMenu'

const desk = vi.hoisted(() => ({ looks: {} as unknown }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks, me: () => ({}) }))
vi.mock('vue-router', async (real) => ({ ...(await real<object>()), useRoute: () => ({ path: '/swaps/new' }) }))

const open = async (webapps: string[], ...roles: Role[]) => {
  const looks = viewer('kf001', ...roles)
  desk.looks = { ...looks, me: { ...looks.me, webapps }, has: (...any: Role[]) => any.some((role) => roles.includes(role)) }
  const { shown, press } = await show(NavRail)
  const ways = () => shown.findAll('[data-testid^="nav-"]').map((it) => it.attributes('data-testid')!.slice('nav-'.length))
  return { shown, press, ways }
}

enableAutoUnmount(afterEach)
beforeEach(() => localStorage.clear())

describe('the ways at the side of the desk', () => {
  it('are those of the role, in groups', async () => {
    const { ways, shown } = await open([], 'customer_service')
    expect(ways()).toEqual(expect.arrayContaining(['chat', 'tickets', 'rota', 'swaps', 'leave']))
    expect(ways()).not.toEqual(expect.arrayContaining(['live']))
    expect(shown.findAll('[role="group"]').length).toBeGreaterThan(1)
  })

  it('lead to the web applications that one may open', async () => {
    const { ways, shown } = await open(['cockpit'], 'auditor')
    expect(ways()).toContain('cockpit')
    expect(ways()).not.toContain('tasklist')
    expect(shown.find('[data-testid="nav-cockpit"]').attributes('href')).toBe('/camunda/app/cockpit/default/')
  })

  it('can be folded, and stay so', async () => {
    const { shown, press } = await open([], 'manager')
    const before = shown.classes('narrow')
    await press('rail-fold')
    expect(shown.classes('narrow')).toBe(!before)
    expect((await open([], 'manager')).shown.classes('narrow')).toBe(!before)
  })

  it('stand in the group that their order says', () => {
    expect([10, 29, 30, 59, 60].map(groupOf)).toEqual(['service', 'service', 'time', 'time', 'manage'])
  })
})
