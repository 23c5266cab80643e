import { computed, ref } from 'vue'
import { localStore } from '../store'

export const THEMES = ['light', 'dark', 'system'] as const
/** Light or dark always, or as the system has it. */
export type ThemeChoice = (typeof THEMES)[number]

const KEY = 'baton.theme'
const night = window.matchMedia?.('(prefers-color-scheme: dark)')
const systemIsDark = ref(night?.matches ?? false)
night?.addEventListener('change', (change) => {
  systemIsDark.value = change.matches
  applyTheme()
})

const kept = localStore.getItem(KEY)
export const themeChoice = ref<ThemeChoice>(THEMES.find((it) => it === kept) ?? 'system')
/** What is shown. */
export const theme = computed(() => (themeChoice.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : themeChoice.value))

export function applyTheme(): void {
  document.documentElement.classList.toggle('dark', theme.value === 'dark')
}

export function chooseTheme(choice: ThemeChoice): void {
  themeChoice.value = choice
  localStore.setItem(KEY, choice)
  applyTheme()
}
