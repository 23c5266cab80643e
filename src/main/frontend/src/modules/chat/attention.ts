import { sound } from './alerts'

const RESET_MS = 12_000
const ONE_TAB_MS = 800
const TONES_APART_MS = 2_000
let plain: string | null = null
let soundedAt = -Infinity
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Makes somebody look: a word in the title while the page is hidden, and two soft tones, in one tab of several. Many at
 * once sound like one.
 */
export function ping(word: string, about = word): void {
  const now = performance.now()
  if (sound.value && now - soundedAt > TONES_APART_MS) {
    soundedAt = now
    once(`baton.ping.${about}`, tones)
  }
  if (!document.hidden) return
  plain ??= document.title
  document.title = `● ${word}`
  clearTimeout(timer)
  timer = setTimeout(calm, RESET_MS)
}

export function calm(): void {
  if (plain !== null) document.title = plain
  plain = null
}

document.addEventListener('visibilitychange', () => !document.hidden && calm())

/** Does it in the first tab that comes to it; where the browser knows no locks, in each. */
function once(name: string, action: () => void): void {
  if (!navigator.locks) return action()
  const hold = () => new Promise((resolve) => setTimeout(resolve, ONE_TAB_MS))
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? (action(), hold()) : undefined)).catch(() => {})
}

export function tones(): void {
  // Browsers refuse sound before the first click, which is their right.
  try {
    const audio = new AudioContext()
    if (audio.state === 'suspended') return void audio.close()
    ;[660, 880].forEach((frequency, i) => {
      const [tone, volume] = [audio.createOscillator(), audio.createGain()]
      const at = audio.currentTime + i * 0.12
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0.05, at)
      volume.gain.exponentialRampToValueAtTime(0.0005, at + 0.2)
      tone.connect(volume).connect(audio.destination)
      tone.start(at)
      tone.stop(at + 0.22)
    })
    setTimeout(() => void audio.close(), 600)
  } catch {
    // No sound is no failure.
  }
}
