import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, shallowRef, watch } from 'vue'
import { asProblem, http, type Named } from '@/shared/api'
import { uuid } from '@/shared/socket'
import { sessionStore } from '@/shared/store'
import { chainOf, closed, EMPTY, isFull, itemsOf, renewed, requestOf, signatureOf, undone, verdictOf, withLink, type Chain, type Link } from './chain'
import { keepDraft, readDraft } from './draft'
import type { Swap, SwapCheck, SwapFinding, SwapItem } from './swapTypes'
import { useCheck } from './useCheck'
import { onRotaChange } from './useSwaps'

export interface Refusal {
  findings: SwapFinding[]
  /** Under which it was kept. */
  id: string | null
  number: string | null
}

type Store = Parameters<typeof keepDraft>[0]

/** A chain while it is composed: its links, what the rules say of it, and how it is sent. It survives a reload. */
export function useComposer(me: Named, store: Store = sessionStore) {
  const queries = useQueryClient()
  const kept = readDraft(store, me.id, Date.now())
  const chain = shallowRef<Chain>(kept?.chain ?? EMPTY)
  const comment = ref(kept?.comment ?? '')
  const refusal = shallowRef<Refusal | null>(null)
  const failure = ref<unknown>(null)
  const sending = ref(false)
  // One key for one request: a second click or a retry creates nothing new.
  let key = uuid()
  let begun = 0

  const rules = useCheck(chain, (answer) => (chain.value = renewed(chain.value, answer.items)))
  onRotaChange(rules.again)
  watch([chain, comment], () => keepDraft(store, me.id, { chain: chain.value, comment: comment.value }))
  watch([() => signatureOf(chain.value), comment], () => {
    key = uuid()
    ;[refusal.value, failure.value] = [null, null]
  }, { flush: 'sync' })

  const findings = computed<SwapFinding[]>(() => refusal.value?.findings ?? (rules.isCurrent.value ? rules.check.value!.findings : []))
  const items = computed(() => itemsOf(chain.value))
  const sendable = computed(() => chain.value.closed && rules.isCurrent.value && rules.check.value!.feasible && refusal.value === null)

  /** Begins anew with an own shift, of which only the id may be known; the server tells the rest. */
  async function begin(assignmentId: string): Promise<void> {
    if (chain.value.links[0]?.gives.assignmentId === assignmentId) return
    const [mine, before] = [++begun, chain.value]
    const asked = { items: [{ agentId: me.id, gives: assignmentId, takes: null }] }
    const answer = await http.post<SwapCheck>('/swaps:check', asked)
    // Whoever went on composing meanwhile keeps that.
    if (mine === begun && chain.value === before) chain.value = chainOf(answer.items, me.id)
  }

  async function send(): Promise<Swap | null> {
    if (sending.value || !chain.value.closed) return null
    sending.value = true
    failure.value = null
    try {
      const sent = { items: requestOf(chain.value), comment: comment.value.trim() || null }
      const swap = await http.create<Swap>('/swaps', sent, key)
      ;[chain.value, comment.value] = [EMPTY, '']
      return swap
    } catch (error) {
      refuse(error)
      return null
    } finally {
      sending.value = false
      for (const name of ['swaps', 'rota']) void queries.invalidateQueries({ queryKey: [name] })
    }
  }

  /** Two people give to each other; it is sent at once. */
  async function sendDirect(link: Link): Promise<Swap | null> {
    if (chain.value.closed || chain.value.links.length !== 1) return null
    change((now) => closed(withLink(now, link)))
    return send()
  }

  function refuse(error: unknown) {
    const problem = asProblem(error) as ReturnType<typeof asProblem> & { number?: string }
    failure.value = error
    if (problem.code !== 'swap_refused') return
    // What was refused is settled; sending it once more is another request.
    key = uuid()
    const conflicts = (problem.conflicts ?? []) as SwapFinding[]
    const told = conflicts.map((finding) => ({ ...finding, severity: finding.severity ?? 'BLOCKS', step: finding.step ?? null }))
    refusal.value = { findings: told, id: problem.id ?? null, number: problem.number ?? null }
  }

  const change = (next: (chain: Chain) => Chain) => {
    if (!sending.value) chain.value = next(chain.value)
  }
  return {
    chain,
    items,
    comment,
    ...rules,
    findings,
    refusal,
    failure,
    checkFailure: rules.failure,
    sending,
    sendable,
    full: computed(() => isFull(chain.value)),
    verdict: (step: number) => verdictOf(findings.value, step, refusal.value !== null || rules.isCurrent.value),
    begin,
    start: (link: Link) => change(() => withLink(EMPTY, link)),
    add: (link: Link) => change((now) => withLink(now, link)),
    close: () => change(closed),
    undo: () => change(undone),
    clear: () => change(() => EMPTY),
    adopt: (proposal: SwapItem[]) => change(() => chainOf(proposal, me.id)),
    sendDirect,
    again: () => ((refusal.value = null), rules.again()),
    send,
  }
}

export type Composer = ReturnType<typeof useComposer>
