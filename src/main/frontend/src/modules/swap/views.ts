import type { Role } from '@/shared/api'
import type { SwapView } from './useSwaps'

/** What a person looks for, the most urgent first: agents their own, those who decide what waits for them. */
export function viewsOf(roles: readonly Role[]): SwapView[] {
  const manages = roles.includes('manager') || roles.includes('admin')
  const isAgent = roles.includes('customer_service')
  if (manages) return isAgent ? ['waiting', 'all', 'mine'] : ['waiting', 'all']
  return isAgent ? ['mine', 'waiting'] : ['all']
}

/** The name of a view: of a manager all are those of the department. */
export function nameOfView(view: SwapView, roles: readonly Role[]): SwapView | 'department' {
  const seesAll = roles.includes('admin') || roles.includes('auditor')
  return view === 'all' && !seesAll ? 'department' : view
}

/** The view that an address asks for, or the first one when it is not this person's. */
export function viewFrom(asked: unknown, roles: readonly Role[]): SwapView {
  const views = viewsOf(roles)
  return views.find((view) => view === asked) ?? views[0]!
}
