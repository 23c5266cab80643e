import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { asProblem, http, type Items, type ShiftTypeDetails, type ShiftTypeRequest } from '@/shared/api'

/** Shift types for administrators; what one saves is seen on the boards at once. */
export function useShiftTypes(retired: Ref<boolean>) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ['shift-types', retired],
    queryFn: () => http.get<Items<ShiftTypeDetails>>('/shift-types', { retired: retired.value }),
  })
  const refresh = () => {
    for (const key of ['shift-types', 'rota']) void queries.invalidateQueries({ queryKey: [key] })
  }
  /** Whoever was too late sees what the other one made of it. */
  const onError = (error: unknown) => void ([404, 409, 412].includes(asProblem(error).status) && refresh())
  const save = useMutation({
    mutationFn: ({ type, request }: { type: ShiftTypeDetails | null; request: ShiftTypeRequest }) =>
      type
        ? http.put<ShiftTypeDetails>(`/shift-types/${type.id}`, request, type.version)
        : http.create<ShiftTypeDetails>('/shift-types', request),
    onSuccess: refresh,
    onError,
  })
  const retire = useMutation({
    mutationFn: (type: ShiftTypeDetails) => http.delete<void>(`/shift-types/${type.id}`, type.version),
    onSuccess: refresh,
    onError,
  })
  return { query, save, retire }
}
