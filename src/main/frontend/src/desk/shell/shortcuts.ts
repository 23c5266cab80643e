import { ref } from 'vue'
import { UNDO_KEYS } from '@/modules/rota/useUndoKey'

export const showShortcuts = ref(false)

/** Where keys count; those of the board and the floor are for whoever plans and leads. */
export const GROUPS = ['desk', 'chat', 'board', 'swap', 'floor'] as const

/** Every key the desk listens to, as it is shown in the overlay. */
export const SHORTCUTS = [
  { group: 'desk', keys: ['?'], text: 'shortcut.help' },
  { group: 'desk', keys: ['/'], text: 'shortcut.search' },
  { group: 'desk', keys: ['N'], text: 'shortcut.newReply' },
  { group: 'desk', keys: ['Esc'], text: 'shortcut.close' },
  { group: 'chat', keys: ['Alt', '↑ / ↓'], text: 'shortcut.walk' },
  { group: 'chat', keys: ['Alt', 'U'], text: 'shortcut.unread' },
  { group: 'chat', keys: ['Alt', '1 – 9'], text: 'shortcut.pick' },
  { group: 'chat', keys: ['Alt', 'I'], text: 'shortcut.write' },
  { group: 'chat', keys: ['Enter'], text: 'shortcut.send' },
  { group: 'chat', keys: ['Shift', 'Enter'], text: 'shortcut.newline' },
  { group: 'chat', keys: ['/'], text: 'shortcut.quick' },
  { group: 'chat', keys: ['Alt', 'A'], text: 'shortcut.attach' },
  { group: 'chat', keys: ['Alt', 'M'], text: 'shortcut.emoji' },
  { group: 'chat', keys: ['Alt', 'Y'], text: 'shortcut.accept' },
  { group: 'chat', keys: ['Alt', 'N'], text: 'shortcut.decline' },
  { group: 'chat', keys: ['Alt', 'T'], text: 'shortcut.transfer' },
  { group: 'chat', keys: ['Alt', 'E'], text: 'shortcut.complete' },
  { group: 'board', keys: ['↑ ↓ ← →'], text: 'shortcut.cells' },
  { group: 'board', keys: ['Home / End'], text: 'shortcut.edge' },
  { group: 'board', keys: ['PgUp / PgDn'], text: 'shortcut.page' },
  { group: 'board', keys: ['Shift', '↑ ↓ ← →'], text: 'shortcut.extend' },
  { group: 'board', keys: ['Space'], text: 'shortcut.mark' },
  { group: 'board', keys: ['Shift', 'Space'], text: 'shortcut.markRow' },
  { group: 'board', keys: ['Ctrl', 'Space'], text: 'shortcut.markDay' },
  { group: 'board', keys: ['Ctrl', 'A'], text: 'shortcut.markAll' },
  { group: 'board', keys: ['1 – 9'], text: 'shortcut.assign' },
  { group: 'board', keys: ['Delete'], text: 'shortcut.remove' },
  { group: 'board', keys: ['I'], text: 'shortcut.steps' },
  { group: 'board', keys: [UNDO_KEYS], text: 'shortcut.undo' },
  { group: 'board', keys: ['Esc'], text: 'shortcut.unmark' },
  { group: 'swap', keys: ['↑ ↓ ← →'], text: 'shortcut.list' },
  { group: 'swap', keys: ['Alt', 'U'], text: 'shortcut.undoLink' },
  { group: 'swap', keys: ['Alt', 'K'], text: 'shortcut.closeChain' },
  { group: 'floor', keys: ['↑ ↓'], text: 'shortcut.floorWalk' },
  { group: 'floor', keys: ['T'], text: 'shortcut.floorTake' },
  { group: 'floor', keys: ['A'], text: 'shortcut.floorAssign' },
  { group: 'floor', keys: ['K'], text: 'shortcut.floorTicket' },
  { group: 'floor', keys: ['W'], text: 'shortcut.wall' },
] as const
