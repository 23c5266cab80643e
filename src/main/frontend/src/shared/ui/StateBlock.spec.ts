import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '../api'
import { changeLocale, i18n } from '../i18n'
import StateBlock from './StateBlock.vue'

const failure = (status: number, more = {}) => new ProblemError({ status, code: status ? `http_${status}` : 'offline', ...more })
const shown = (props: Record<string, unknown>) => mount(StateBlock, { props, slots: { default: '<p>the list</p>' }, global: { plugins: [i18n] } })
const stateOf = (props: Record<string, unknown>) => shown(props).find('[data-testid="state"]').attributes('data-state')

describe('what is shown instead of a list', () => {
  beforeEach(() => changeLocale('zh-CN'))

  it('tells apart what went wrong', () => {
    expect([0, 403, 404, 500].map((status) => stateOf({ error: failure(status) }))).toEqual(['offline', 'forbidden', 'missing', 'failed'])
    expect(stateOf({ error: new Error('boom') })).toBe('failed')
  })

  it('offers to try again where that may help, and shows the trace', async () => {
    const block = shown({ error: failure(503, { traceId: 'abc' }) })
    expect(block.text()).toContain('追踪号 abc')
    await block.find('button').trigger('click')
    expect(block.emitted('retry')).toHaveLength(1)
    expect(shown({ error: failure(0) }).find('button').exists()).toBe(true)
    expect(shown({ error: failure(403) }).find('button').exists()).toBe(false)
  })

  it('is the list when nothing is in the way', () => {
    expect(shown({}).text()).toBe('the list')
    expect(stateOf({ loading: true })).toBe('loading')
    expect(shown({ empty: true, emptyText: '没有工单' }).text()).toBe('没有工单')
  })
})
