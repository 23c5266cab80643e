import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { http } from '@/shared/api'
import type { RoutingChange, RoutingPolicy } from './routing'

/** How a department is routed, and the way to change the version that was seen. Of two who do so at once the second is told. */
export function useRouting(department: string) {
  const queries = useQueryClient()
  const path = `/departments/${department}/routing`
  const queryKey = ['routing', department]
  const query = useQuery({ queryKey, queryFn: () => http.get<RoutingPolicy>(path) })
  const change = useMutation({
    mutationFn: ({ version, ...wanted }: RoutingChange & { version: number }) => http.put<RoutingPolicy>(path, wanted, version),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  return { query, change }
}
