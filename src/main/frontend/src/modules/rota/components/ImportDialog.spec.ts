import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { http, ProblemError } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import ImportDialog from './ImportDialog.vue'

const slot = { agentId: 'kf001', date: '2026-11-23', shiftTypeId: 'early' }

const gone = {
  id: 'a1',
  agentId: 'kf001',
  date: '2026-11-24',
  shiftTypeId: 'early',
  start: '2026-11-23T22:00:00Z',
  end: '2026-11-24T06:00:00Z',
  status: 'ACTIVE',
  leaveId: null,
}

async function dialog() {
  changeLocale('zh-CN')
  const shown = mount(ImportDialog, {
    props: { busy: false, nameOf: (id: string) => (id === 'kf001' ? '陈晓雨' : id) },
    global: { plugins: [i18n], stubs: { teleport: true } },
    attachTo: document.body,
  })
  await flushPromises()
  const pick = async (size = 10) => {
    const input = shown.get('[data-testid="file"]')
    const file = new File(['x'], 'rota.csv')
    Object.defineProperty(file, 'size', { value: size })
    Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
    await input.trigger('change')
    await flushPromises()
  }
  const choose = () => shown.get('[data-testid="import-replace"] input').setValue().then(flushPromises)
  return { shown, pick, choose, go: () => shown.get('[data-testid="import-plan"]') }
}

describe('importing a rota', () => {
  it('asks first, and hands on what is new to be planned as everything is', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({ slots: [slot], unchanged: 3, created: [], removed: [], conflicts: [], dryRun: true })
    const { shown, pick, go } = await dialog()
    expect(go().attributes('disabled')).toBeDefined()
    await pick()
    expect(post.mock.calls[0]).toMatchObject(['/rota:import', expect.any(FormData), { query: { dryRun: true, mode: 'SKIP_CONFLICTS' } }])
    expect(shown.get('[data-testid="import-sum"]').text()).toBe('新增 1 个班次，涉及 1 人 · 3 个已在排班表上')
    await go().trigger('click')
    expect(shown.emitted('plan')).toEqual([[[slot]]])
  })

  it('says what replacing takes away, and replaces only when that is chosen', async () => {
    const preview = { slots: [slot], unchanged: 3, created: [], removed: [gone], conflicts: [], dryRun: true }
    const post = vi.spyOn(http, 'post').mockResolvedValue(preview)
    const { shown, pick, go, choose } = await dialog()
    await pick()
    expect(shown.text()).toContain('移除 1 个班次，涉及 1 人')
    expect(shown.find('[data-testid="import-removed"]').exists()).toBe(false)
    await choose()
    expect(shown.get('[data-testid="import-removed"]').text()).toContain('陈晓雨 11月24日 06:00–14:00')
    expect(go().text()).toBe('替换：移除 1，新增 1')
    const answer = { ...preview, dryRun: false }
    post.mockResolvedValue(answer)
    await go().trigger('click')
    await flushPromises()
    expect(post.mock.lastCall).toMatchObject(['/rota:import', expect.any(FormData), { query: { dryRun: false, replace: true, mode: 'ALL_OR_NOTHING' } }])
    expect(shown.emitted('replaced')).toEqual([[answer]])
    expect(shown.emitted('plan')).toBeUndefined()
  })

  it('replaces the rest when something that was shown stands against it', async () => {
    const held = { agentId: 'kf001', date: '2026-11-25', code: 'shift_locked', message: '已被申请 S-1 锁定', severity: 'BLOCKS' }
    const post = vi.spyOn(http, 'post').mockResolvedValue({ slots: [], unchanged: 0, created: [], removed: [gone], conflicts: [held], dryRun: true })
    const { pick, go, choose } = await dialog()
    await pick()
    expect(go().attributes('disabled')).toBeDefined()
    await choose()
    await go().trigger('click')
    expect(post.mock.lastCall).toMatchObject(['/rota:import', expect.any(FormData), { query: { replace: true, mode: 'SKIP_CONFLICTS' } }])
  })

  it('stays open with the reason when replacing was refused', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({ slots: [slot], unchanged: 0, created: [], removed: [gone], conflicts: [], dryRun: true })
    const { shown, pick, go, choose } = await dialog()
    await pick()
    await choose()
    post.mockRejectedValue(new ProblemError({ status: 409, code: 'assignment_conflict', detail: '与现有安排冲突' }))
    await go().trigger('click')
    await flushPromises()
    expect(shown.get('[role="alert"]').text()).toContain('冲突')
    expect(shown.emitted('replaced')).toBeUndefined()
  })

  it('lists every cell that is wrong and plans nothing', async () => {
    const violations = [
      { field: 'file', line: 2, column: 4, value: 'dance', message: '没有该班次。' },
      { field: 'file', line: 0, column: 0, value: '', message: '文件有误。' },
    ]
    vi.spyOn(http, 'post').mockRejectedValue(new ProblemError({ status: 422, code: 'rota_file_refused', violations }))
    const { shown, pick, go } = await dialog()
    await pick()
    expect(shown.findAll('[data-testid="mistake"]').map((it) => it.text())).toEqual(['D2没有该班次。dance', '文件有误。'])
    expect(shown.get('[data-testid="import-mistakes"]').text()).toContain('2 个单元格有误')
    expect(go().attributes('disabled')).toBeDefined()
  })

  it('sends no file that is too large, and offers nothing when nothing is new', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({ slots: [], unchanged: 7, created: [], removed: [], conflicts: [], dryRun: true })
    const { shown, pick, go } = await dialog()
    await pick(2_000_001)
    expect(post).not.toHaveBeenCalled()
    expect(shown.get('[role="alert"]').text()).toContain('2 MB')
    await pick()
    expect(shown.find('[role="alert"]').exists()).toBe(false)
    expect(go().attributes('disabled')).toBeDefined()
  })
})
