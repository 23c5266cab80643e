import { ref } from 'vue'
import { localStore } from '@/shared/store'

/** Why there are no desktop notifications: switched off here, refused in the browser, or unknown to it. */
export type Desktop = 'on' | 'off' | 'blocked' | 'unsupported'

const SOUND = 'baton.alert.sound'
const DESKTOP = 'baton.alert.desktop'
const MOST_LETTERS = 80

const permission = () => (typeof Notification === 'undefined' ? 'unsupported' : Notification.permission)

function desktopNow(): Desktop {
  const allowed = permission()
  if (allowed === 'unsupported') return 'unsupported'
  if (allowed === 'denied') return 'blocked'
  return allowed === 'granted' && localStore.getItem(DESKTOP) === 'on' ? 'on' : 'off'
}

export const sound = ref(localStore.getItem(SOUND) !== 'off')
export const desktop = ref<Desktop>(desktopNow())

export function switchSound(on: boolean): void {
  sound.value = on
  localStore.setItem(SOUND, on ? 'on' : 'off')
}

/** Asks the person when the browser has not done so; what the browser refused is shown as it is. */
export async function switchDesktop(on: boolean): Promise<void> {
  localStore.setItem(DESKTOP, on ? 'on' : 'off')
  // Older browsers answer to a function and some throw where it is forbidden.
  if (on && permission() === 'default') await Promise.resolve(Notification.requestPermission()).catch(() => 'denied')
  desktop.value = desktopNow()
}

/** Looks again: the person may have changed the browser's settings meanwhile. */
export function lookAgain(): void {
  desktop.value = desktopNow()
}

/** A notification of the system while nobody looks at the page; false when there is none. */
export function notify(about: string, title: string, text: string, onClick: () => void): boolean {
  if (desktop.value !== 'on' || document.hasFocus()) return false
  try {
    // The same tag in two tabs is one notification.
    const shown = new Notification(title, { body: [...text].slice(0, MOST_LETTERS).join(''), tag: about, silent: true })
    shown.onclick = () => {
      window.focus()
      onClick()
      shown.close()
    }
    return true
  } catch {
    // Some systems only allow notifications from a worker.
    desktop.value = 'unsupported'
    return false
  }
}
