import { publish, type Baton, type Call } from './baton'
import { settingsOf } from './core/settings'

declare global {
  interface Window {
    /** Calls that wait for this script, then the widget. */
    baton?: Baton | Call[]
  }
}

// Only set while this script runs, so it has to be asked now.
const script = document.currentScript

function start(): void {
  const settings = script instanceof HTMLScriptElement ? settingsOf(script) : null
  const early = window.baton
  if (settings && (!early || Array.isArray(early))) window.baton = publish(settings, early)
}

/** The page itself comes first. */
function later(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: 2_000 })
  else setTimeout(start)
}

if (document.body) later()
else document.addEventListener('DOMContentLoaded', later, { once: true })
