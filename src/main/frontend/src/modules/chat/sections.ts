import { ref } from 'vue'

const KEY = 'baton.chat.folded'

function kept(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.map(String) : []
  } catch {
    return []
  }
}

const folded = ref(new Set(kept()))

/** Which sections of the customer's panel are folded: for all customers alike, and also after a reload where that can be kept. */
export function useFolding(name: string) {
  return {
    isFolded: () => folded.value.has(name),
    fold() {
      const next = new Set(folded.value)
      if (!next.delete(name)) next.add(name)
      folded.value = next
      try {
        localStorage.setItem(KEY, JSON.stringify([...next]))
      } catch {
        // It holds until the page is left.
      }
    },
  }
}
