import { flushPromises } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { show } from '@/modules/leave/testing/scene'
import { http } from '@/shared/api'
import RotaBoard from './RotaBoard.vue'
import WeekBoard from './WeekBoard.vue'

type Query = Record<string, string | undefined>
const desk = vi.hoisted(() => ({ route: {} as { query: Query }, department: null as { id: string; name: string } | null }))
vi.mock('vue-router', () => ({
  useRoute: () => desk.route,
  useRouter: () => ({ replace: ({ query }: { query: Query }) => (desk.route.query = query) }),
}))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => ({ me: { department: desk.department }, has: () => false }) }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))
vi.mock('./WeekBoard.vue', () => ({
  default: { props: ['dates', 'department', 'lights'], template: '<i data-testid="week" />' },
}))

const DEPARTMENTS = [{ id: 'vip', name: '贵宾部' }, { id: 'ticketing', name: '票务部' }]
const ANSWERS: Record<string, unknown> = {
  '/departments': { items: DEPARTMENTS },
  '/rota/live': { people: [{ id: 'kf001', light: 'GREEN' }] },
}
const board = async (query: Query) => {
  desk.route = reactive({ query })
  const { shown } = await show(RotaBoard)
  const props = () => shown.getComponent(WeekBoard).props() as { dates: string[]; department: string; lights: Map<string, string> }
  return { shown, props }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T02:00:00Z'), toFake: ['Date'] })
  desk.department = null
  vi.spyOn(http, 'get').mockImplementation((path) => Promise.resolve(ANSWERS[path] ?? { items: [], days: [], unknown: [] }) as never)
})
afterEach(() => void vi.useRealTimers())

describe('the board', () => {
  it('keeps the department in the address, for a reload and the way back', async () => {
    const { shown, props } = await board({ view: '2', department: 'vip' })
    expect(props().department).toBe('vip')
    shown.getComponent(ElSelect).vm.$emit('update:modelValue', 'ticketing')
    await flushPromises()
    expect(desk.route.query).toEqual({ view: '2', department: 'ticketing' })
    expect(props().department).toBe('ticketing')
    shown.getComponent(ElSelect).vm.$emit('update:modelValue', '')
    await flushPromises()
    expect(desk.route.query.department).toBeUndefined()
    expect(props().department).toBe('')
  })

  it('shows everybody where the address names no department of the tenant', async () => {
    expect((await board({ department: 'nobody' })).props().department).toBe('')
  })

  it('shows the own department to whoever belongs to one, whatever the address says', async () => {
    desk.department = DEPARTMENTS[1]!
    expect((await board({ department: 'vip' })).props().department).toBe('ticketing')
  })

  it('shows lights where it shows today, and on other days none', async () => {
    expect((await board({})).props().lights).toEqual(new Map([['kf001', 'GREEN']]))
    expect((await board({ date: '2026-12-09' })).props().lights.size).toBe(0)
  })
})
