import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { useArrowKeys } from './useArrowKeys'
import { stepTo } from './walk'

const at = (column: number, row: number) => ({ left: column * 100, top: row * 50, width: 90, height: 40 })
/** A calendar with a hole: the second row has no third day. */
const places = [at(0, 0), at(1, 0), at(2, 0), at(0, 1), at(1, 1), at(2, 2)]

describe('the arrow keys', () => {
  it('walk along and keep the column up and down', () => {
    expect([stepTo('ArrowRight', 0, places), stepTo('ArrowLeft', 3, places)]).toEqual([1, 2])
    expect([stepTo('ArrowDown', 1, places), stepTo('ArrowUp', 4, places)]).toEqual([4, 1])
    expect(stepTo('ArrowDown', 2, places)).toBe(5)
  })

  it('stop at the ends and jump to them', () => {
    expect([stepTo('ArrowUp', 0, places), stepTo('ArrowRight', 5, places), stepTo('ArrowDown', 5, places)]).toEqual([0, 5, 5])
    expect([stepTo('Home', 4, places), stepTo('End', 0, places)]).toEqual([0, 5])
  })

  it('enter at the first part, and leave other keys and empty lists alone', () => {
    expect([stepTo('ArrowDown', -1, places), stepTo('a', -1, places), stepTo('Enter', 2, places), stepTo('ArrowDown', 0, [])]).toEqual([0, -1, -1, -1])
  })

  it('move the focus, but not while somebody writes', async () => {
    const List = defineComponent({
      setup: () => ({ walk: useArrowKeys() }),
      template: '<div @keydown="walk"><button data-walk>a</button><input /><button data-walk>b</button></div>',
    })
    const list = mount(List, { attachTo: document.body })
    const [a, b] = list.findAll('button')
    a!.element.focus()
    await a!.trigger('keydown', { key: 'ArrowRight' })
    expect(document.activeElement).toBe(b!.element)
    list.find('input').element.focus()
    await list.find('input').trigger('keydown', { key: 'Home' })
    expect(document.activeElement).toBe(list.find('input').element)
    list.unmount()
  })
})
