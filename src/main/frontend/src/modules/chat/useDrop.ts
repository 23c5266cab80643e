import { ref } from 'vue'

/** Files that are dragged over an element and dropped on it; anything else that is dragged is left alone. */
export function useDrop(onFiles: (files: File[]) => void) {
  const over = ref(false)
  // Entering a child comes before leaving its parent.
  let depth = 0
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const end = () => (over.value = (depth = 0) > 0)
  return {
    over,
    handlers: {
      dragenter: (event: DragEvent) => carries(event) && (over.value = ++depth > 0),
      dragleave: (event: DragEvent) => carries(event) && (over.value = --depth > 0),
      dragover: (event: DragEvent) => carries(event) && event.preventDefault(),
      drop(event: DragEvent) {
        if (!carries(event)) return
        event.preventDefault()
        end()
        onFiles([...(event.dataTransfer?.files ?? [])])
      },
    },
  }
}
