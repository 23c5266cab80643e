import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import Bubble from './components/Bubble.vue'
import Composer from './components/Composer.vue'
import { FILES } from './core/files'
import { earlyOf, entriesOf } from './core/entries'
import { FILE } from './core/file'
import { talking, withAgent } from './testing/scenes'
import { FakeServer, openPage, settled } from './testing/server'

const HOUR = 3_600_000
let server: FakeServer

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  server = new FakeServer()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const message = (body: string, contentType = 'text/plain') => ({ id: 'm1', conversationId: 'c1', seq: 1, senderType: 'AGENT' as const, senderId: 'x', body, contentType, sentAt: '2026-11-27T03:00:00Z' })
function shown(body: string, contentType?: string) {
  const [entry] = entriesOf([message(body, contentType)], [], 0)
  return mount(Bubble, { props: { entry: entry!, agent: null }, global: { provide: { [FILES as symbol]: { file: () => Promise.reject(new Error('none')) } } } })
}

describe('bad input', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '[x](javascript:alert(1))',
    '`<b>` **<i>**',
  ])('shows %s as what it is', (body) => {
    for (const type of ['text/plain', 'text/markdown', 'text/html', 'x']) {
      const bubble = shown(body, type)
      expect(bubble.find('.bubble').element.querySelector('img, script, svg, b, i, a')).toBeNull()
      if (type === 'text/plain') expect(bubble.find('.bubble').text()).toBe(body)
    }
  })

  it('shows a file whose note or name means harm as text', () => {
    expect(shown('{"fileId":', FILE).find('.bubble').text()).toBe('{"fileId":')
    const bubble = shown(JSON.stringify({ fileId: 'f1', name: '<img src=x>\u202Egnp.exe', contentType: 'image/png', size: -1, thumbnail: false }), FILE)
    expect(bubble.find('.file img').exists()).toBe(false)
    // What runs from right to left stays inside its own box.
    expect(bubble.find('bdi').text()).toBe('<img src=x>\u202Egnp.exe')
  })

  it('shows a picture that is none as a file', async () => {
    const bubble = shown(JSON.stringify({ fileId: 'f1', name: 'a.png', contentType: 'image/png', size: 9, width: 4, height: 4, thumbnail: true }), FILE)
    expect(bubble.find('canvas').exists()).toBe(true)
    await settled()
    await nextTick()
    expect(bubble.find('canvas').exists()).toBe(false)
    expect(bubble.find('.file-name').text()).toBe('a.png')
  })

  it('lets each text run in its own direction', () => {
    expect(shown('مرحبا، أريد استرداد التذكرة').find('.bubble').attributes('dir')).toBe('auto')
    expect(mount(Composer, { props: { initial: '', endings: [] } }).find('textarea').attributes('dir')).toBe('auto')
  })

  it('shortens 8,000 emoji without breaking one, and shows them all when asked to', async () => {
    const body = `x${'😀'.repeat(7_999)}`
    const bubble = shown(body)
    expect(bubble.find('.bubble').text()).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
    await bubble.find('.bubble .link').trigger('click')
    expect(bubble.find('.bubble').text()).toContain(body)
  })

  it('keeps 8,000 emoji that are too much for one message in the field, and sends 4,000', async () => {
    const composer = mount(Composer, { props: { initial: '', endings: [] } })
    await composer.find('textarea').setValue('😀'.repeat(8_000))
    await composer.trigger('submit')
    expect(composer.emitted('send')).toBeUndefined()
    expect(composer.find('textarea').element.value).toHaveLength(16_000)
    expect(composer.find('.count').text()).toContain('8000')
    await composer.find('textarea').setValue('😀'.repeat(4_000))
    await composer.trigger('submit')
    expect(composer.emitted('send')).toEqual([['😀'.repeat(4_000)]])
  })

  it.each([-1, 1])('keeps order and times on a clock that is wrong by %i hours', async (hours) => {
    vi.useFakeTimers({ now: Date.now() + hours * HOUR })
    const { view, session } = await withAgent(server)
    server.acknowledges = false
    await session.send('mine, later')
    server.say({ type: 'TEXT', ...server.write('theirs') })
    await settled()
    expect(view.entries.map((entry) => entry.body)).toEqual(['hello', 'theirs', 'mine, later'])
    expect(view.entries[1]!.at).toBe(Date.parse('2026-11-22T08:00:00Z'))
    expect(view.entries.at(-1)!.delivery).toBe('sending')
  })

  it('writes and reads on where the browser forbids to keep anything', async () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const method of ['setItem', 'getItem'] as const) vi.spyOn(Storage.prototype, method).mockImplementation(forbidden)
    const { bodies, view } = await talking(server)
    server.say({ type: 'TEXT', ...server.write('hi') })
    expect(bodies()).toEqual(['hello', 'hi'])
    expect(view.problem).toBeNull()
  })

  it('writes on when the store is full in the middle', async () => {
    const { session, bodies } = await talking(server)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await session.send('second')
    session.draft('third')
    await settled()
    expect(bodies()).toEqual(['hello', 'second'])
    expect(session.drafted).toBe('third')
  })

  it('understands what an older or a broken version left in the store', async () => {
    for (const left of ['null', '1', '"x"', '{', '[]', '{"phase":null}', '{"conversationId":1,"phase":{"name":"?"},"first":"x"}']) {
      localStorage.setItem('memory', left)
      const { session, view } = openPage(server)
      await session.resume()
      await settled()
      expect(view.entries, left).toEqual([])
      session.leave()
    }
  })

  it('shows early words as failed only when there will be no conversation', () => {
    expect(entriesOf([], earlyOf(['a'], 0, { code: 'blocked', detail: '' }), 0)[0]).toMatchObject({ delivery: 'failed', file: null })
    expect(entriesOf([], earlyOf(['a'], 0, null), 0)[0]).toMatchObject({ delivery: 'sending' })
  })
})
