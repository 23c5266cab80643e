import { onUnmounted, reactive } from 'vue'

/** Where the chat fills the screen, since nothing else would have room beside it. */
const NARROW = '(max-width: 560px), (max-height: 440px)'

/** What the browser says of screen and network; `changed` when there may be something to catch up with. */
export function useScreen(changed: () => void) {
  const media = matchMedia(NARROW)
  const state = reactive({
    online: navigator.onLine,
    visible: document.visibilityState === 'visible',
    narrow: media.matches,
    lock,
  })
  const narrowed = () => (state.narrow = media.matches)
  const network = () => {
    state.online = navigator.onLine
    changed()
  }
  const seen = () => {
    state.visible = document.visibilityState === 'visible'
    if (state.visible) changed()
  }
  addEventListener('online', network)
  addEventListener('offline', network)
  document.addEventListener('visibilitychange', seen)
  media.addEventListener('change', narrowed)
  onUnmounted(() => {
    removeEventListener('online', network)
    removeEventListener('offline', network)
    document.removeEventListener('visibilitychange', seen)
    media.removeEventListener('change', narrowed)
  })
  return state
}

let before: string | null = null

/** Keeps the page behind from scrolling while the chat covers it. */
function lock(locked: boolean): void {
  const { style } = document.documentElement
  if (locked) {
    before ??= style.overflow
    style.overflow = 'hidden'
  } else if (before !== null) {
    style.overflow = before
    before = null
  }
}

/** Fits the box into what the keyboard of a phone leaves of the screen. Returns the function that ends it. */
export function fitted(box: HTMLElement, screen: VisualViewport | null = window.visualViewport): () => void {
  if (!screen) return () => undefined
  const fit = () => {
    box.style.setProperty('--height', `${screen.height}px`)
    box.style.setProperty('--top', `${screen.offsetTop}px`)
  }
  screen.addEventListener('resize', fit)
  screen.addEventListener('scroll', fit)
  fit()
  return () => {
    screen.removeEventListener('resize', fit)
    screen.removeEventListener('scroll', fit)
  }
}

/** Black or white, whichever is read better on the colour; one of them always has a contrast of 4.5. */
export function onAccent(accent: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(accent.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const light = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  return 1.05 / (light + 0.05) >= 4.5 ? '#fff' : '#000'
}
