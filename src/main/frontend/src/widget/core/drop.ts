import { ref } from 'vue'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files that are dropped; everything else is left to the browser. */
export function useDrop(take: (files: File[]) => void) {
  const over = ref(false)
  let depth = 0
  const end = () => {
    depth = 0
    over.value = false
  }
  const listeners = {
    dragenter(event: DragEvent) {
      if (!carriesFiles(event)) return
      depth++
      over.value = true
    },
    dragleave() {
      if (--depth <= 0) end()
    },
    dragover(event: DragEvent) {
      if (carriesFiles(event)) event.preventDefault()
    },
    drop(event: DragEvent) {
      if (!carriesFiles(event)) return
      event.preventDefault()
      end()
      take([...event.dataTransfer!.files])
    },
  }
  return { over, listeners }
}
