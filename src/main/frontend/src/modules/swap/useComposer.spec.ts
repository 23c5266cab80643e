import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { http, ProblemError } from '@/shared/api'
import { answer, finding, items, link, swap } from './testing/scene'
import { useComposer } from './useComposer'

const frames = vi.hoisted(() => ({}) as Record<string, (frame?: unknown) => void>)
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (name: string, listener: () => void) => (frames[name] = listener) }))

function compose() {
  let composer!: ReturnType<typeof useComposer>
  const Host = defineComponent({ setup: () => ((composer = useComposer({ id: 'kf001', name: '陈晓雨' })), () => null) })
  const host = mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  return { composer, host }
}
const settle = () => vi.advanceTimersByTimeAsync(300)
const checks = () => vi.mocked(http.post).mock.calls.filter(([path]) => path === '/swaps:check').map(([, body]) => body as { items: unknown[] })

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-26T00:00:00Z') })
  sessionStorage.clear()
  vi.spyOn(http, 'post').mockResolvedValue(answer(items(['a', 'b'])))
})
afterEach(() => vi.useRealTimers())

describe('the rules', () => {
  it('are asked once a chain rests, with what is not closed yet', async () => {
    const { composer } = compose()
    composer.start(link('a'))
    await vi.advanceTimersByTimeAsync(100)
    composer.add(link('b'))
    await settle()
    expect(checks()).toEqual([{ items: [{ agentId: 'kf001', gives: 'a', takes: 'b' }, { agentId: 'kf002', gives: 'b', takes: null }] }])
  })

  it('are not asked about nothing', async () => {
    const { composer } = compose()
    await settle()
    composer.start(link('a'))
    composer.clear()
    await settle()
    expect(http.post).not.toHaveBeenCalled()
    expect(composer.checking.value).toBe(false)
  })

  it('are believed about the newest chain only, when answers overtake each other', async () => {
    const waiting: ((told: unknown) => void)[] = []
    vi.mocked(http.post).mockImplementation(() => new Promise((resolve) => waiting.push(resolve as never)))
    const { composer } = compose()
    composer.start(link('a'))
    await settle()
    composer.add(link('b'))
    composer.close()
    await settle()
    waiting[1]!(answer(items(['a', 'b']), { feasible: false, findings: [finding({ step: 2 })] }))
    waiting[0]!(answer(items(['a']), { feasible: true }))
    await settle()
    expect([composer.verdict(1), composer.verdict(2)]).toEqual(['FINE', 'BLOCKS'])
    expect(composer.sendable.value).toBe(false)
  })

  it('have said nothing about a chain that has changed since', async () => {
    vi.mocked(http.post).mockResolvedValueOnce(answer(items(['a', 'b']), { findings: [finding({ step: 1, severity: 'WARNS' })] }))
    const { composer } = compose()
    composer.start(link('a'))
    composer.add(link('b'))
    composer.close()
    await settle()
    expect([composer.verdict(1), composer.sendable.value]).toEqual(['WARNS', true])
    composer.undo()
    expect([composer.verdict(1), composer.sendable.value, composer.findings.value]).toEqual(['ASKED', false, []])
  })

  it('that cannot be asked leave the chain, and can be asked again', async () => {
    vi.mocked(http.post).mockRejectedValueOnce(new ProblemError({ status: 0, code: 'offline' }))
    const { composer } = compose()
    composer.start(link('a'))
    await settle()
    expect([composer.checkFailure.value !== null, composer.checking.value]).toEqual([true, false])
    composer.again()
    await settle()
    expect([composer.checkFailure.value, composer.chain.value.links.length]).toEqual([null, 1])
  })

  it('are asked again when others plan, or the connection comes back', async () => {
    const { composer } = compose()
    composer.start(link('a'))
    await settle()
    frames.ROTA!({ from: '2026-12-01', to: '2026-12-31' })
    frames.ROTA!({ from: '2026-12-01', to: '2026-12-31' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(checks()).toHaveLength(2)
    frames.READY!()
    await settle()
    expect(checks()).toHaveLength(3)
  })

  it('tell what a shift has become meanwhile', async () => {
    const told = items(['a'])
    told[0]!.gives = { ...told[0]!.gives, end: '2026-12-05T23:00:00Z' }
    vi.mocked(http.post).mockResolvedValue(answer(told))
    const { composer } = compose()
    composer.start(link('a'))
    await settle()
    expect(composer.items.value[0]!.gives.end).toBe('2026-12-05T23:00:00Z')
    await settle()
    expect(checks()).toHaveLength(1)
  })
})

describe('a composed chain', () => {
  const closedPair = () => {
    const { composer, host } = compose()
    composer.start(link('a'))
    composer.add(link('b'))
    composer.close()
    return { composer, host }
  }
  const refused = () => new ProblemError({ status: 409, code: 'swap_refused', detail: '规则不允许', id: 's9', number: 'S-9', conflicts: [finding({ step: 2 })] } as never)

  it('is sent once on a double click, and its draft is gone then', async () => {
    const create = vi.spyOn(http, 'create').mockResolvedValue(swap())
    const { composer } = closedPair()
    composer.comment.value = ' 谢谢 '
    await settle()
    const [first, second] = await Promise.all([composer.send(), composer.send()])
    expect([first?.id, second]).toEqual(['s1', null])
    expect(create).toHaveBeenCalledOnce()
    expect(create.mock.calls[0]![1]).toMatchObject({ items: [{ takes: 'b' }, { takes: 'a' }], comment: '谢谢' })
    await settle()
    expect(sessionStorage).toHaveLength(0)
  })

  it('that the server refuses is kept, with the reason at its link', async () => {
    vi.spyOn(http, 'create').mockRejectedValue(refused())
    const { composer } = closedPair()
    await settle()
    expect(await composer.send()).toBeNull()
    expect(composer.chain.value).toMatchObject({ closed: true, links: [{}, {}] })
    expect([composer.verdict(1), composer.verdict(2)]).toEqual(['FINE', 'BLOCKS'])
    expect(composer.refusal.value).toMatchObject({ id: 's9', number: 'S-9' })
    expect(composer.sendable.value).toBe(false)
    composer.undo()
    expect([composer.refusal.value, composer.failure.value]).toEqual([null, null])
  })

  it('is another request after a refusal, and the same one after a failure on the way', async () => {
    const create = vi.spyOn(http, 'create')
      .mockRejectedValueOnce(new ProblemError({ status: 0, code: 'offline' }))
      .mockRejectedValueOnce(refused())
      .mockResolvedValueOnce(swap())
    const { composer } = closedPair()
    await settle()
    for (let times = 0; times < 3; times++) await composer.send()
    const keys = create.mock.calls.map(([, , key]) => key)
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
  })

  it('can be asked about again after a refusal', async () => {
    vi.spyOn(http, 'create').mockRejectedValue(refused())
    const { composer } = closedPair()
    await settle()
    await composer.send()
    composer.again()
    await settle()
    expect([composer.refusal.value, composer.sendable.value]).toEqual([null, true])
  })

  it('cannot be changed while it is on its way', async () => {
    let arrive!: (told: unknown) => void
    vi.spyOn(http, 'create').mockImplementation(() => new Promise((resolve) => (arrive = resolve as never)))
    const { composer } = closedPair()
    await settle()
    const sending = composer.send()
    composer.undo()
    composer.clear()
    expect(composer.chain.value.closed).toBe(true)
    arrive(swap())
    await sending
    expect(composer.chain.value.links).toHaveLength(0)
  })

  it('of two is sent at once from a single shift, and from nothing longer', async () => {
    const create = vi.spyOn(http, 'create').mockResolvedValue(swap())
    const { composer } = compose()
    expect(await composer.sendDirect(link('b'))).toBeNull()
    composer.start(link('a'))
    expect((await composer.sendDirect(link('b')))?.id).toBe('s1')
    expect(create.mock.calls[0]![1]).toMatchObject({ items: [{ gives: 'a', takes: 'b' }, { gives: 'b', takes: 'a' }] })
    composer.start(link('a'))
    composer.add(link('c'))
    expect(await composer.sendDirect(link('b'))).toBeNull()
    expect(create).toHaveBeenCalledOnce()
  })

  it('is there again after a reload', async () => {
    const { composer, host } = closedPair()
    composer.comment.value = '谢谢'
    await settle()
    host.unmount()
    const again = compose().composer
    expect([again.chain.value.closed, again.chain.value.links.length, again.comment.value]).toEqual([true, 2, '谢谢'])
  })

  it('is filled by a suggestion', async () => {
    const { composer } = compose()
    composer.start(link('a'))
    composer.adopt(items(['b', 'c', 'a']))
    expect(composer.chain.value.links.map(({ agent }) => agent.id)).toEqual(['kf001', 'kf002', 'kf003'])
    expect(composer.chain.value.closed).toBe(true)
  })
})

describe('a shift of which only the id is known', () => {
  const alone = (id: 'a' | 'b') => answer([{ ...items([id])[0]!, agent: { id: 'kf001', name: '陈晓雨' }, takes: null }])

  it('is looked up and begins the chain', async () => {
    vi.mocked(http.post).mockResolvedValue(alone('a'))
    const { composer } = compose()
    await composer.begin('a')
    expect(composer.chain.value.links).toMatchObject([{ gives: { assignmentId: 'a', date: '2026-12-05' } }])
    await composer.begin('a')
    expect(checks()).toHaveLength(1)
  })

  it('gives way to the one that was asked for later, and to what was composed meanwhile', async () => {
    const waiting: ((told: unknown) => void)[] = []
    vi.mocked(http.post).mockImplementation(() => new Promise((resolve) => waiting.push(resolve as never)))
    const { composer } = compose()
    const both = [composer.begin('a'), composer.begin('b')]
    waiting[1]!(alone('b'))
    waiting[0]!(alone('a'))
    await Promise.all(both)
    expect(composer.chain.value.links[0]!.gives.assignmentId).toBe('b')
    const late = composer.begin('a')
    composer.start(link('a'))
    composer.add(link('c'))
    waiting[2]!(alone('a'))
    await late
    expect(composer.chain.value.links).toHaveLength(2)
  })

  it('that cannot be given away says why, and nothing is begun', async () => {
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 404, code: 'not_found' }))
    const { composer } = compose()
    await expect(composer.begin('x')).rejects.toThrow()
    expect(composer.chain.value.links).toHaveLength(0)
  })
})
