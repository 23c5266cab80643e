import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { changeLocale, i18n } from '@/shared/i18n'
import DeadEnd from './components/DeadEnd.vue'

const push = vi.hoisted(() => vi.fn())
const goTo = vi.hoisted(() => vi.fn())
vi.mock('@/shared/away', () => ({ goTo }))
vi.mock('vue-router', () => ({ useRouter: () => ({ push, options: { history: { base: '/desk' } } }) }))

const shown = (props: { code: 403 | 404 | 0; wanted?: string }) => mount(DeadEnd, { props, global: { plugins: [i18n] } })

describe('the end of a way', () => {
  beforeEach(() => {
    changeLocale('zh-CN')
    push.mockReset()
    goTo.mockReset()
  })

  it('leads back to the start', async () => {
    const end = shown({ code: 403 })
    expect(end.text()).toContain('您的角色')
    await end.find('button').trigger('click')
    expect(push).toHaveBeenCalledWith('/')
  })

  it('tries a page again that could not be loaded', async () => {
    await shown({ code: 0, wanted: '/rota?view=2' }).find('button').trigger('click')
    expect(goTo).toHaveBeenCalledWith('/desk/rota?view=2')
  })

  it('never leads away from the desk', async () => {
    await shown({ code: 0, wanted: 'javascript:alert(1)' }).find('button').trigger('click')
    await shown({ code: 0, wanted: '//example.org' }).find('button').trigger('click')
    expect(goTo.mock.calls).toEqual([['/deskjavascript:alert(1)'], ['/desk//example.org']])
  })
})
