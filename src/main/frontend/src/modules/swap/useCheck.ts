import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { http } from '@/shared/api'
import { requestOf, signatureOf, type Chain } from './chain'
import type { SwapCheck } from './swapTypes'

const SETTLE_MS = 250

/** What the rules say of a chain, asked once it rests; an answer about an earlier chain is thrown away. */
export function useCheck(chain: Ref<Chain>, onAnswer: (answer: SwapCheck) => void) {
  const check = shallowRef<SwapCheck | null>(null)
  const failure = ref<unknown>(null)
  const checking = ref(false)
  const signature = computed(() => signatureOf(chain.value))
  const answered = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined
  let asked = 0

  function stop() {
    clearTimeout(timer)
    running?.abort()
    asked++
  }

  async function ask() {
    stop()
    const mine = asked
    const about = signature.value
    running = new AbortController()
    checking.value = true
    try {
      const answer = await http.post<SwapCheck>('/swaps:check', { items: requestOf(chain.value) }, { signal: running.signal })
      if (mine !== asked) return
      ;[check.value, failure.value, answered.value] = [answer, null, about]
      onAnswer(answer)
    } catch (error) {
      if (mine === asked) [check.value, failure.value] = [null, error]
    } finally {
      if (mine === asked) checking.value = false
    }
  }

  watch(
    signature,
    () => {
      stop()
      failure.value = null
      checking.value = chain.value.links.length > 0
      if (checking.value) timer = setTimeout(() => void ask(), SETTLE_MS)
      else check.value = null
    },
    { immediate: true },
  )
  onScopeDispose(stop)

  return {
    check,
    checking,
    failure,
    /** Whether the answer is about the chain as it is now. */
    isCurrent: computed(() => check.value !== null && answered.value === signature.value),
    again: () => void (chain.value.links.length > 0 && ask()),
  }
}
