import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http } from '@/shared/api'
import { step, transferring } from '../testing/transfers'
import TransferBar from './TransferBar.vue'

const now = vi.hoisted(() => ({ value: 0 }))
vi.mock('@/modules/presence/useServerNow', async () => {
  const { ref } = await import('vue')
  return { useServerNow: () => ref(now.value) }
})

const steps = [step('HandoffTransferRequested', { target: { id: 'kf002', name: '李思远' } })]
const bar = (mine = true) => show(TransferBar, { handoff: transferring(), steps, mine })

describe('while somebody is asked to take over', () => {
  beforeEach(() => {
    now.value = Date.parse('2026-11-26T08:00:12.400Z')
    vi.spyOn(http, 'delete').mockResolvedValue(undefined)
  })

  it('says who, and counts down by the clock of the server', async () => {
    const { part } = await bar()
    expect(part('transfer-bar').text()).toContain('李思远')
    expect(part('transfer-seconds').text()).toBe('剩余 18 秒')
  })

  it('never counts below nothing', async () => {
    now.value = Date.parse('2026-11-26T08:01:00Z')
    expect((await bar()).part('transfer-seconds').text()).toBe('剩余 0 秒')
  })

  it('can be taken back by its sender and by nobody else', async () => {
    const { press } = await bar()
    await press('transfer-cancel')
    expect(http.delete).toHaveBeenCalledExactlyOnceWith('/conversations/c1/transfer')
    expect((await bar(false)).part('transfer-cancel').exists()).toBe(false)
  })
})
