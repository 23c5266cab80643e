import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SegmentedTabs from './SegmentedTabs.vue'

describe('a choice of a few', () => {
  const options = ['day', 'week', 'month'].map((value) => ({ value, label: value }))
  const shown = () => {
    const box = mount(SegmentedTabs, {
      props: { options, modelValue: 'day', 'onUpdate:modelValue': (value: string) => box.setProps({ modelValue: value }) },
      attachTo: document.body,
    })
    return { box, press: (key: string) => box.trigger('keydown', { key }), chosen: () => box.find('[aria-checked="true"]') }
  }

  it('is stepped through by the arrow keys, round and round', async () => {
    const { press, chosen } = shown()
    await press('ArrowLeft')
    expect(chosen().text()).toBe('month')
    expect(document.activeElement).toBe(chosen().element)
    await press('ArrowRight')
    await press('ArrowDown')
    expect(chosen().text()).toBe('week')
    await press('Enter')
    expect(chosen().text()).toBe('week')
  })

  it('is one stop of the Tab key', () => {
    const { box } = shown()
    expect(box.findAll('[tabindex="0"]').map((it) => it.text())).toEqual(['day'])
  })
})
