import { onScopeDispose, readonly, ref } from 'vue'

/** Whether the window is as narrow as a phone; style sheets ask for the same width. */
export function usePhone() {
  const query = window.matchMedia?.('(max-width: 720px)')
  const phone = ref(query?.matches ?? false)
  const look = () => (phone.value = query?.matches ?? false)
  query?.addEventListener('change', look)
  onScopeDispose(() => query?.removeEventListener('change', look))
  return readonly(phone)
}
