import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { language } from '../core/texts'
import type { Link } from '../core/line'
import LinkHint from './LinkHint.vue'

const hint = (link: Link, online = true) => mount(LinkHint, { props: { link, problem: null, online } })

describe('the hint about the connection', () => {
  beforeEach(() => {
    language.value = 'zh-CN'
  })

  it('offers to take over from another window, and only that', async () => {
    const shown = hint('elsewhere')
    expect(shown.text()).toContain('其他窗口或设备')
    await shown.find('button').trigger('click')
    expect(shown.emitted()).toHaveProperty('here')
    expect(shown.emitted()).not.toHaveProperty('hurry')
  })

  it('offers to connect again after the server closed the connection', async () => {
    const shown = hint('stopped')
    await shown.find('button').trigger('click')
    expect(shown.emitted()).toHaveProperty('hurry')
  })

  it('stays silent about a break that mends itself at once', async () => {
    vi.useFakeTimers()
    const shown = hint('waiting')
    await vi.advanceTimersByTimeAsync(1_400)
    expect(shown.text()).toBe('')
    await vi.advanceTimersByTimeAsync(200)
    expect(shown.text()).toContain('正在重新连接')
    vi.useRealTimers()
  })

  it('says when there is no network at all', () => {
    expect(hint('waiting', false).text()).toContain('没有网络')
  })
})
