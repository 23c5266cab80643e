import { onBeforeUnmount, onMounted, ref } from 'vue'

/** Whether the page is being printed: then nothing may be left out because nobody scrolled to it. */
export function usePrinting() {
  const printing = ref(false)
  const begin = () => (printing.value = true)
  const end = () => (printing.value = false)
  onMounted(() => {
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
  })
  onBeforeUnmount(() => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  })
  return printing
}
