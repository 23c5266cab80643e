import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { ElMessageBox } from 'element-plus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadMe } from '@/modules/identity/useMe'
import { http, ProblemError, type ShiftTypeDetails } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import ShiftTypesPage from './ShiftTypesPage.vue'

const version = (number: number, validFrom: string, start: string) => ({
  number,
  validFrom,
  nameZh: '早班',
  nameEn: 'Early',
  color: '#2563eb',
  start,
  end: '14:00',
  breaks: [{ start: '10:00', end: '10:30' }],
  skills: ['vip'],
  staffing: [{ department: 'vip', people: [2, 2, 2, 2, 2, 1, 1] }],
  author: 'acme.admin',
  writtenAt: '2026-11-01T00:00:00Z',
})
const early: ShiftTypeDetails = {
  id: 'e',
  code: 'early',
  version: 2,
  retired: false,
  inForce: 1,
  versions: [version(1, '2000-01-01', '06:00'), version(2, '2098-12-01', '07:00')],
}
const me = { id: 'acme.admin', name: '管理员', tenant: { id: 'acme', name: 'Acme', zone: 'Asia/Shanghai' }, department: null, roles: ['admin'], webapps: [] }

async function desk(types: ShiftTypeDetails[] | Error = [early]) {
  vi.spyOn(http, 'get').mockImplementation((path) => {
    if (path === '/me') return Promise.resolve(me as never)
    if (path === '/departments') return Promise.resolve({ items: [{ id: 'vip', name: '大客户' }] } as never)
    return types instanceof Error ? Promise.reject(types) : Promise.resolve({ items: types } as never)
  })
  await loadMe()
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)', component: ShiftTypesPage }] })
  const shown = mount(ShiftTypesPage, {
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]],
    },
    attachTo: document.body,
  })
  await flushPromises()
  return shown
}
const inDialog = <E extends HTMLElement>(selector: string) => document.querySelector<E>(`[data-testid="type-dialog"] ${selector}`)
const press = (selector: string) => {
  inDialog<HTMLElement>(selector)!.click()
  return flushPromises()
}
function type(label: string, value: string) {
  const input = inDialog<HTMLInputElement>(`input[aria-label="${label}"]`)!
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return flushPromises()
}

describe('the page of shift types', () => {
  beforeEach(() => changeLocale('zh-CN'))
  afterEach(() => {
    vi.restoreAllMocks()
    document.body.innerHTML = ''
  })

  it('shows what is in force, what is announced, and all versions', async () => {
    const shown = await desk()
    expect(shown.get('[data-testid="shift-type"]').text()).toContain('06:00–14:00')
    expect(shown.text()).toContain('未生效')
    await shown.get('[data-testid="type-versions"]').trigger('click')
    expect(shown.findAll('[data-testid="type-version"]').map((it) => it.attributes('data-number'))).toEqual(['2', '1'])
    expect(shown.get('[data-testid="staffing-row"]').text()).toContain('大客户')
  })

  it('changes a type with the version that was seen', async () => {
    vi.spyOn(http, 'put').mockResolvedValue(early)
    const shown = await desk()
    await shown.get('[data-testid="type-edit"]').trigger('click')
    await flushPromises()
    await type('开始', '07:30')
    await press('[data-testid="type-save"]')
    expect(http.put).toHaveBeenCalledWith('/shift-types/e', expect.objectContaining({ start: '07:30', validFrom: '2098-12-01', code: 'early' }), 2)
    expect(inDialog('form')).toBeNull()
  })

  it('says what is wrong before it asks the server', async () => {
    vi.spyOn(http, 'create')
    const shown = await desk()
    await shown.get('[data-testid="type-add"]').trigger('click')
    await flushPromises()
    expect(inDialog('[role="alert"]')).toBeNull()
    await press('[data-testid="type-save"]')
    expect(document.querySelectorAll('[data-testid="type-dialog"] [role="alert"]')).toHaveLength(3)
    expect(http.create).not.toHaveBeenCalled()
  })

  it('adds a type, and keeps the form open when the server refuses', async () => {
    vi.spyOn(http, 'create').mockRejectedValueOnce(new ProblemError({ status: 409, code: 'shift_type_exists', detail: '已存在' }))
    const shown = await desk()
    await shown.get('[data-testid="type-add"]').trigger('click')
    await flushPromises()
    await type('代码', 'dawn')
    await type('中文名称', '晨班')
    await type('英文名称', 'Dawn')
    await press('[data-testid="type-save"]')
    expect(http.create).toHaveBeenCalledWith('/shift-types', expect.objectContaining({ code: 'dawn', staffing: [] }))
    expect(document.body.textContent).toContain('已存在')
    expect(inDialog('form')).not.toBeNull()
  })

  it('retires a type once somebody is sure', async () => {
    const remove = vi.spyOn(http, 'delete').mockResolvedValue(undefined as never)
    const ask = vi.spyOn(ElMessageBox, 'confirm').mockRejectedValueOnce('cancel')
    const shown = await desk()
    await shown.get('[data-testid="type-retire"]').trigger('click')
    await flushPromises()
    expect(remove).not.toHaveBeenCalled()
    ask.mockResolvedValueOnce('confirm' as never)
    await shown.get('[data-testid="type-retire"]').trigger('click')
    await flushPromises()
    expect(remove).toHaveBeenCalledWith('/shift-types/e', 2)
  })

  it('offers no change of what is retired', async () => {
    const shown = await desk([{ ...early, retired: true }])
    expect(shown.text()).toContain('已停用')
    expect(shown.find('[data-testid="type-edit"]').exists()).toBe(false)
  })

  it('says so when there is none, and when it cannot be had', async () => {
    expect((await desk([])).text()).toContain('还没有班次')
    const failed = await desk(new ProblemError({ status: 503, code: 'unavailable', detail: '稍后再试' }))
    expect(failed.get('[role="alert"]').text()).toContain('稍后再试')
  })
})
