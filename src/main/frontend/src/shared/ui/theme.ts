import { ref } from 'vue'

export type Theme = 'light' | 'dark'
const KEY = 'baton.theme'
const system = () => (window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

export const theme = ref<Theme>((localStorage.getItem(KEY) as Theme | null) ?? system())

export function applyTheme(): void {
  document.documentElement.classList.toggle('dark', theme.value === 'dark')
}

export function toggleTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem(KEY, theme.value)
  applyTheme()
}
