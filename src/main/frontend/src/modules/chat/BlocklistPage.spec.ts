import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, type Block } from '@/shared/api'
import BlocklistPage from './BlocklistPage.vue'

const block = (changes: Partial<Block> = {}): Block => ({
  id: 'b1',
  kind: 'CUSTOMER',
  subject: 'cu1',
  subjectName: '林小姐',
  reason: '骚扰客服',
  blockedBy: 'vip.manager',
  blockedByName: '周敏',
  blockedAt: '2026-11-26T08:00:00Z',
  until: null,
  holds: true,
  ...changes,
})

describe('the blocklist', () => {
  beforeEach(() => {
    vi.spyOn(http, 'get').mockResolvedValue({ items: [block(), block({ id: 'b2', kind: 'ADDRESS', subjectName: '203.0.113.0/24', holds: false, until: '2026-11-25T08:00:00Z' })], next: 'b2' })
    vi.spyOn(http, 'delete').mockResolvedValue(undefined)
    vi.spyOn(http, 'create').mockResolvedValue({})
  })

  it('shows whom, why, by whom and until when, and lifts', async () => {
    const { shown } = await show(BlocklistPage)
    const rows = shown.findAll('[data-testid="block"]')
    expect(rows.map((row) => row.attributes('data-holds'))).toEqual(['true', 'false'])
    expect(rows[0]!.text()).toContain('林小姐')
    expect(rows[0]!.text()).toContain('周敏')
    expect(rows[1]!.text()).toContain('已到期')
    await rows[0]!.find('[data-testid="block-lift"]').trigger('click')
    await flushPromises()
    expect(http.delete).toHaveBeenCalledExactlyOnceWith('/blocklist/b1')
  })

  it('blocks an address', async () => {
    const { press } = await show(BlocklistPage)
    await press('block-add')
    const set = (testid: string, text: string) => {
      const field = document.querySelector<HTMLInputElement>(`[data-testid="${testid}"]`)!
      field.value = text
      field.dispatchEvent(new Event('input'))
    }
    set('block-address', '198.51.100.0/24')
    set('block-reason', '攻击')
    await flushPromises()
    document.querySelector('form')!.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(http.create).toHaveBeenCalledExactlyOnceWith('/blocklist', expect.objectContaining({ address: '198.51.100.0/24', reason: '攻击' }))
  })

  it('is empty when nobody is blocked', async () => {
    vi.mocked(http.get).mockResolvedValue({ items: [] })
    expect((await show(BlocklistPage)).shown.text()).toContain('没有封禁')
  })
})
