import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show, viewer } from '@/modules/leave/testing/scene'
import ShortcutsOverlay from './ShortcutsOverlay.vue'
import { showShortcuts } from './shortcuts'

const desk = vi.hoisted(() => ({ looks: {} as unknown }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))

const textOf = (group: string) => document.querySelector(`[data-testid="shortcuts-${group}"]`)?.textContent ?? null

beforeEach(() => (showShortcuts.value = false))

describe('the keys that are shown for "?"', () => {
  it('are those of the board too for whoever plans', async () => {
    desk.looks = viewer('ticketing.manager', 'manager')
    await show(ShortcutsOverlay)
    dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
    await vi.waitFor(() => expect(textOf('board')).not.toBeNull())
    for (const key of ['Space', 'Delete', '1 – 9', 'Ctrl+Z', '查看班次变更记录', '撤销上一步']) expect(textOf('board')).toContain(key)
    expect(textOf('chat')).toContain('接受转人工')
  })

  it('are not those of the board for whoever has none', async () => {
    desk.looks = viewer('kf001', 'customer_service')
    await show(ShortcutsOverlay)
    showShortcuts.value = true
    await vi.waitFor(() => expect(textOf('desk')).toContain('?'))
    expect(textOf('board')).toBeNull()
  })
})
