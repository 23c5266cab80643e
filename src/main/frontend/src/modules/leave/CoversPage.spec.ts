import { flushPromises } from '@vue/test-utils'
import { ElMessageBox } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref, type Ref } from 'vue'
import { http, ProblemError, type Cover } from '@/shared/api'
import CoversPage from './CoversPage.vue'
import { offeredCover, show, viewer } from './testing/scene'

const desk = vi.hoisted(() => ({ looks: {} as unknown, now: {} as unknown, frames: {} as Record<string, () => void> }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (name: string, listener: () => void) => (desk.frames[name] = listener) }))

const candidate = (id: string, name: string, points: number, warnings: string[] = []) => ({
  id,
  name,
  points,
  parts: [{ part: 'hours', points }],
  warnings,
})
const open = (changes: Partial<Cover> = {}) => offeredCover({
  state: 'OPEN',
  offeredTo: null,
  offerUntil: null,
  candidates: [candidate('kf004', '张若溪', 20), candidate('kf005', '刘子墨', 38.5, ['连续工作 6 天'])],
  ...changes,
})
const page = (items: Cover[], next: string | null = null) => Promise.resolve({ items, next })
const asked = () => vi.mocked(http.get).mock.calls.map(([, query]) => query!).filter((query) => query.limit === 50)
const says = (value: string) => vi.spyOn(ElMessageBox, 'prompt').mockResolvedValue({ value, action: 'confirm' } as never)

beforeEach(() => {
  desk.now = ref(Date.parse('2026-12-02T07:00:00Z'))
  vi.spyOn(http, 'post').mockResolvedValue(offeredCover())
})

describe('an agent', () => {
  beforeEach(() => {
    desk.looks = viewer('kf001', 'customer_service')
    vi.spyOn(http, 'get').mockImplementation(() => page([offeredCover()]) as never)
  })

  it('sees which shift it is and how long there is to answer', async () => {
    const { part } = await show(CoversPage)
    expect(asked()).toMatchObject([{ state: 'OFFERED' }])
    for (const text of ['2026年12月3日', '夜班 22:00–次日 06:00', '李思远', '1:00:00', '12月2日 16:00']) expect(part('cover').text()).toContain(text)
  })

  it('accepts', async () => {
    const { press } = await show(CoversPage)
    await press('cover-accept')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/covers/c1/answer', { accepted: true })
  })

  it('declines with a word, and not when that question is closed', async () => {
    const { press } = await show(CoversPage)
    vi.spyOn(ElMessageBox, 'prompt').mockRejectedValueOnce('cancel')
    await press('cover-decline')
    expect(http.post).not.toHaveBeenCalled()
    says(' 有约 ')
    await press('cover-decline')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/covers/c1/answer', { accepted: false, comment: '有约' })
  })

  it('can no longer answer when the time is over, and is told what became of it', async () => {
    const { part } = await show(CoversPage)
    const before = asked().length
    ;(desk.now as Ref<number>).value = Date.parse('2026-12-02T08:00:00Z')
    await flushPromises()
    expect(part('cover-accept').exists()).toBe(false)
    expect(part('cover-left').text()).toContain('答复期限已过')
    expect(asked().length).toBe(before + 1)
    ;(desk.now as Ref<number>).value += 1_000
    await nextTick()
    expect(asked().length).toBe(before + 1)
  })

  it('sees no candidates, and nothing to decide in what is settled', async () => {
    vi.mocked(http.get).mockImplementation(() => page([offeredCover({ state: 'COVERED' })]) as never)
    const { part } = await show(CoversPage)
    expect(part('cover').text()).toContain('由您顶班')
    for (const testid of ['cover-accept', 'candidate', 'cover-leave-open']) expect(part(testid).exists()).toBe(false)
  })
})

describe('a manager', () => {
  beforeEach(() => {
    desk.looks = viewer('ticketing.manager', 'manager')
    vi.spyOn(http, 'get').mockImplementation(() => page([open()]) as never)
  })

  it('sees the best candidate first, with points and warnings', async () => {
    const { shown } = await show(CoversPage)
    expect(asked()).toMatchObject([{ state: 'OPEN' }])
    const rows = shown.findAll('[data-testid="candidate"]')
    expect(rows.map((row) => row.attributes('data-agent'))).toEqual(['kf005', 'kf004'])
    expect(rows[0]!.text()).toContain('38.5')
    expect(rows[0]!.text()).toContain('工时')
    expect(rows[0]!.text()).toContain('连续工作 6 天')
  })

  it('asks one of them', async () => {
    const { shown } = await show(CoversPage)
    await shown.findAll('[data-testid="cover-ask"]')[1]!.trigger('click')
    await flushPromises()
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/covers/c1/offer', { agentId: 'kf004' })
  })

  it('leaves a shift open with a reason only', async () => {
    const prompt = says('预约量低')
    const { press } = await show(CoversPage)
    await press('cover-leave-open')
    const validator = (prompt.mock.calls[0] as unknown[])[2] as { inputValidator: (text: string) => unknown }
    expect([validator.inputValidator(' '), validator.inputValidator('预约量低')]).toEqual(['请填写事由', true])
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/covers/c1/opening', { reason: '预约量低' })
  })

  it('sees who was asked, with nobody else to ask meanwhile', async () => {
    vi.mocked(http.get).mockImplementation(() => page([open({ state: 'OFFERED', offeredTo: { id: 'kf004', name: '张若溪' } })]) as never)
    const { part, shown } = await show(CoversPage)
    expect(shown.text()).toContain('已询问 张若溪')
    for (const testid of ['cover-ask', 'cover-accept']) expect(part(testid).exists()).toBe(false)
  })

  it('sees more than a few candidates and more than one page on demand', async () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => candidate(id, id, 10))
    vi.mocked(http.get).mockImplementation((_, query) =>
      (query?.cursor ? page([open({ id: 'c2', candidates: [] })]) : page([open({ candidates: many })], 'next')) as never,
    )
    const { part, press, shown } = await show(CoversPage)
    expect(shown.findAll('[data-testid="candidate"]')).toHaveLength(3)
    await press('cover-more')
    expect(shown.findAll('[data-testid="candidate"]')).toHaveLength(4)
    await press('covers-more')
    expect(shown.findAll('[data-testid="cover"]')).toHaveLength(2)
    expect(asked().at(-1)).toMatchObject({ cursor: 'next' })
    expect(part('covers-more').exists()).toBe(false)
    expect(shown.text()).toContain('没有符合规则的人选')
  })

  it('asks again after the connection was lost', async () => {
    await show(CoversPage)
    const before = asked().length
    desk.frames.READY!()
    await flushPromises()
    expect(asked().length).toBe(before + 1)
  })

  it('is told when nothing is open, and when it could not be asked', async () => {
    vi.mocked(http.get).mockImplementation(() => page([]) as never)
    expect((await show(CoversPage)).shown.text()).toContain('没有待安排的班次')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'down', detail: '服务暂不可用' }))
    expect((await show(CoversPage)).shown.get('[role="alert"]').text()).toContain('服务暂不可用')
  })
})
