import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { http, type Items, type Named } from '@/shared/api'
import { useMe } from './useMe'

/** The departments to choose from: all for administrators and auditors, the own one for everybody else; `all` are there. */
export function useDepartments() {
  const { me, has } = useMe()
  const seesAll = has('admin', 'auditor') || !me.department
  const query = useQuery({
    queryKey: ['departments'],
    queryFn: () => http.get<Items<Named>>('/departments'),
    staleTime: 600_000,
  })
  const chosen = ref(seesAll ? '' : (me.department?.id ?? ''))
  const all = computed(() => query.data.value?.items ?? [])
  const departments = computed(() => (seesAll ? all.value : me.department ? [me.department] : []))
  const nameOf = (id: string | null | undefined) => all.value.find((department) => department.id === id)?.name ?? id ?? ''
  return { chosen, all, departments, seesAll, nameOf }
}
