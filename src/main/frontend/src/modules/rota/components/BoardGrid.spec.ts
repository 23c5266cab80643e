import { mount, type DOMWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, nextTick, ref } from 'vue'
import { i18n } from '@/shared/i18n'
import type { BoardRow } from '../board'
import { useSelection } from '../useSelection'
import BoardGrid from './BoardGrid.vue'

const dates = ['2026-12-21', '2026-12-22', '2026-12-23']
const rowsOf = (count: number): BoardRow[] =>
  Array.from({ length: count }, (_, i) => ({
    person: { id: `kf${i}`, name: `n${i}`, department: null },
    days: dates.map(() => []),
  }))

function board(count: number) {
  const rows = rowsOf(count)
  const selection = useSelection(computed(() => rows.map((row) => row.person.id)), ref(dates))
  const grid = mount(BoardGrid, {
    props: { rows, dates, counts: [0, 0, 0], lights: new Map(), selection },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  const cell = (row: number, column: number) => grid.get(`#rota-${row}-${column}`)
  const pressOn = (part: Pick<DOMWrapper<Element>, 'element'>, keys: PointerEventInit = {}) => {
    part.element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, ...keys }))
    return nextTick()
  }
  const press = (row: number, column: number, keys: PointerEventInit = {}) => pressOn(cell(row, column), keys)
  const selected = () => grid.findAll('[aria-selected="true"]').map((it) => it.attributes('id')!.slice('rota-'.length))
  return { grid, selection, cell, press, pressOn, selected }
}

describe('the board grid', () => {
  beforeEach(() => {
    for (const side of ['clientHeight', 'clientWidth'] as const) {
      vi.spyOn(Element.prototype, side, 'get').mockReturnValue(600)
    }
    Element.prototype.scrollIntoView = vi.fn()
  })

  it('marks with the mouse, and says so to those who do not see it', async () => {
    const { press, selected } = board(4)
    await nextTick()
    await press(0, 0)
    await press(2, 1, { shiftKey: true })
    expect(selected()).toEqual(['0-0', '0-1', '1-0', '1-1', '2-0', '2-1'])
    await press(1, 0, { ctrlKey: true })
    expect(selected()).not.toContain('1-0')
  })

  it('marks a day by its head and a person by the name', async () => {
    const { grid, pressOn, selected } = board(3)
    await nextTick()
    await pressOn(grid.findAll('[data-testid="board-day"]')[1]!)
    expect(selected()).toEqual(['0-1', '1-1', '2-1'])
    await pressOn(grid.findAll('[role="rowheader"]')[2]!)
    expect(selected()).toEqual(['2-0', '2-1', '2-2'])
  })

  it('leaves fingers to scroll and marks what they tap', async () => {
    const { cell, press, selected } = board(3)
    await nextTick()
    await press(1, 1, { pointerType: 'touch' })
    expect(selected()).toEqual([])
    await cell(1, 1).trigger('click')
    expect(selected()).toEqual(['1-1'])
  })

  it('walks, extends and toggles with the keys', async () => {
    const { grid, selected } = board(4)
    await nextTick()
    const key = (name: string, keys: object = {}) => grid.trigger('keydown', { key: name, ...keys })
    await key('ArrowDown')
    await key('ArrowRight')
    expect([grid.attributes('aria-activedescendant'), selected()]).toEqual(['rota-1-1', []])
    await key(' ')
    await key('ArrowDown', { shiftKey: true })
    expect(selected()).toEqual(['1-1', '2-1'])
    await key('a', { ctrlKey: true })
    expect(selected()).toHaveLength(12)
  })

  it('draws few of a thousand rows, and always the one in focus', async () => {
    const { grid } = board(1_000)
    await nextTick()
    expect(grid.findAll('[data-testid="board-row"]').length).toBeLessThan(40)
    for (let i = 0; i < 4; i++) await grid.trigger('keydown', { key: 'PageDown' })
    const focused = grid.attributes('aria-activedescendant')!
    expect(Number(focused.split('-')[1])).toBeGreaterThan(20)
    expect(grid.find(`#${focused}`).exists()).toBe(true)
  })

  it('prints all of them', async () => {
    const { grid } = board(100)
    dispatchEvent(new Event('beforeprint'))
    await nextTick()
    expect(grid.findAll('[data-testid="board-row"]')).toHaveLength(100)
    dispatchEvent(new Event('afterprint'))
  })

  it('tells what is dropped where', async () => {
    const { grid, cell } = board(3)
    await nextTick()
    const dataTransfer = { types: ['application/x-baton-shift-type'], getData: () => 'late', dropEffect: '' }
    await cell(2, 1).trigger('dragover', { dataTransfer })
    expect(cell(2, 1).classes()).toContain('over')
    await cell(2, 1).trigger('drop', { dataTransfer })
    expect(grid.emitted('drop')).toEqual([['late', { row: 2, column: 1 }]])
    expect(cell(2, 1).classes()).not.toContain('over')
  })
})
