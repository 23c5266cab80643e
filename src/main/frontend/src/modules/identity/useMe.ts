import { http, type Me, type Role } from '@/shared/api'
import { showTimesIn } from '@/shared/i18n/zone'

let known: Me | null = null

/** Asks the server who is logged in; everything else on the desk begins after this. */
export async function loadMe(): Promise<Me> {
  known = await http.get<Me>('/me')
  showTimesIn(known.tenant.zone)
  return known
}

export function me(): Me {
  if (!known) throw new Error('nobody is logged in yet')
  return known
}

export function useMe() {
  const has = (...roles: Role[]) => roles.some((role) => me().roles.includes(role))
  return { me: me(), has, isAgent: has('customer_service'), manages: has('manager', 'admin') }
}
