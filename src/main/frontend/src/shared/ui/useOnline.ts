import { onScopeDispose, readonly, ref } from 'vue'

/** Whether the browser believes that there is a network. */
export function useOnline() {
  const online = ref(navigator.onLine)
  const look = () => (online.value = navigator.onLine)
  for (const event of ['online', 'offline']) addEventListener(event, look)
  onScopeDispose(() => {
    for (const event of ['online', 'offline']) removeEventListener(event, look)
  })
  return readonly(online)
}
