import { embed, type Embedded } from './embed'
import { settingsOf } from './core/settings'

declare global {
  interface Window {
    baton?: Embedded
  }
}

// Only set while this script runs, so it has to be asked now.
const script = document.currentScript

function start(): void {
  const settings = script instanceof HTMLScriptElement ? settingsOf(script) : null
  if (settings && !window.baton) window.baton = embed(settings)
}

if (document.body) start()
else document.addEventListener('DOMContentLoaded', start, { once: true })
