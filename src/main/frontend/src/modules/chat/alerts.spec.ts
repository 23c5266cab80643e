import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type * as Alerts from './alerts'

describe('desktop notifications', () => {
  const shown: { title: string; options: NotificationOptions; onclick?: () => void }[] = []
  let alerts: typeof Alerts

  /** A browser in which the person answered, or will answer, so. */
  async function browser(permission: NotificationPermission | 'none', answer: NotificationPermission = 'granted') {
    class FakeNotification {
      static permission = permission
      static requestPermission = vi.fn(async () => (FakeNotification.permission = answer))
      onclick?: () => void
      close = vi.fn()
      constructor(readonly title: string, readonly options: NotificationOptions) {
        if (title === 'forbidden here') throw new TypeError('Illegal constructor')
        shown.push(this)
      }
    }
    vi.stubGlobal('Notification', permission === 'none' ? undefined : FakeNotification)
    vi.resetModules()
    alerts = await import('./alerts')
    return FakeNotification
  }

  beforeEach(() => {
    localStorage.clear()
    shown.length = 0
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('are off until somebody wants them, and the browser is asked only then', async () => {
    const fake = await browser('default')
    expect([alerts.desktop.value, alerts.notify('c1', 'a', 'b', () => {})]).toEqual(['off', false])
    expect(fake.requestPermission).not.toHaveBeenCalled()
    await alerts.switchDesktop(true)
    expect(alerts.desktop.value).toBe('on')
    expect(alerts.notify('c1', '客户发来消息', '😀'.repeat(100), () => {})).toBe(true)
    expect(shown[0]).toMatchObject({ title: '客户发来消息', options: { tag: 'c1', body: '😀'.repeat(80) } })
  })

  it('say that the browser blocks them, until it no longer does', async () => {
    const fake = await browser('default', 'denied')
    await alerts.switchDesktop(true)
    expect([alerts.desktop.value, alerts.notify('c1', 'a', 'b', () => {})]).toEqual(['blocked', false])
    fake.permission = 'granted'
    alerts.lookAgain()
    expect(alerts.desktop.value).toBe('on')
  })

  it('are unknown to some browsers, and to some systems', async () => {
    await browser('none')
    expect(alerts.desktop.value).toBe('unsupported')
    await browser('granted')
    await alerts.switchDesktop(true)
    expect(alerts.notify('c1', 'forbidden here', '', () => {})).toBe(false)
    expect(alerts.desktop.value).toBe('unsupported')
  })

  it('are not shown to whoever looks at the page, and lead back to it', async () => {
    await browser('granted')
    await alerts.switchDesktop(true)
    vi.mocked(document.hasFocus).mockReturnValue(true)
    expect(alerts.notify('c1', 'a', 'b', () => {})).toBe(false)
    vi.mocked(document.hasFocus).mockReturnValue(false)
    vi.stubGlobal('focus', vi.fn())
    const open = vi.fn()
    alerts.notify('c1', 'a', 'b', open)
    shown[0]!.onclick!()
    expect(open).toHaveBeenCalledOnce()
  })

  it('and the sound stay as they were chosen', async () => {
    await browser('granted')
    expect(alerts.sound.value).toBe(true)
    alerts.switchSound(false)
    await alerts.switchDesktop(true)
    await browser('granted')
    expect([alerts.sound.value, alerts.desktop.value]).toEqual([false, 'on'])
  })
})
