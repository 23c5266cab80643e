import { beforeEach, describe, expect, it } from 'vitest'
import { brand } from './brand'

const HEADER = '<div class="navbar-header"></div>'
const strips = () => document.querySelectorAll('.baton-strip')

describe('brand', () => {
  beforeEach(() => {
    document.head.innerHTML = '<link rel="icon" href="favicon.ico">'
    document.body.innerHTML = '<div cam-widget-header></div>'
  })

  it('puts the strip into the header as soon as there is one, and once', async () => {
    brand('zh')
    expect(strips()).toHaveLength(0)
    document.querySelector('[cam-widget-header]')!.innerHTML = HEADER
    await Promise.resolve()
    document.body.append(document.createElement('p'))
    await Promise.resolve()
    expect(strips()).toHaveLength(1)
    expect(strips()[0]!.querySelector('a')).toMatchObject({ pathname: '/desk/', textContent: '返回工作台' })
  })

  it('shows a person without a last name as one, also when the name comes later', async () => {
    brand('zh')
    const header = document.querySelector('[cam-widget-header]')!
    header.innerHTML = '<a>\n 沈丹 null\n</a><b>null</b>'
    await Promise.resolve()
    expect(header.querySelector('a')!.textContent!.trim()).toBe('沈丹')
    expect(header.querySelector('b')!.textContent).toBe('null')
    header.querySelector('a')!.firstChild!.textContent = '曹颖 null'
    await Promise.resolve()
    expect(header.querySelector('a')!.textContent).toBe('曹颖')
  })

  it('gives the tab our icon and the page its language', () => {
    brand('en')
    expect(document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href).toContain('data:image/svg+xml')
    expect(document.documentElement.lang).toBe('en')
  })
})
