import type { Role } from '@/shared/api'

/** Where a person begins: at the work the role is for. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('admin') || roles.includes('manager')) return '/live'
  if (roles.includes('customer_service')) return '/chat'
  if (roles.includes('auditor')) return '/audit'
  return '/welcome'
}
