import { ref } from 'vue'

export const showShortcuts = ref(false)

/** Every key the desk listens to, as it is shown in the overlay. */
export const SHORTCUTS = [
  { keys: ['?'], text: 'shortcut.help' },
  { keys: ['Alt', '↑ / ↓'], text: 'shortcut.walk' },
  { keys: ['Alt', '1 – 9'], text: 'shortcut.pick' },
  { keys: ['Alt', 'I'], text: 'shortcut.write' },
  { keys: ['Enter'], text: 'shortcut.send' },
  { keys: ['Shift', 'Enter'], text: 'shortcut.newline' },
  { keys: ['Alt', 'Y'], text: 'shortcut.accept' },
  { keys: ['Alt', 'N'], text: 'shortcut.decline' },
  { keys: ['Alt', 'E'], text: 'shortcut.complete' },
  { keys: ['Esc'], text: 'shortcut.close' },
] as const
