import { ElDatePicker, ElSelect } from 'element-plus'
import { expect, it, vi } from 'vitest'
import { http } from '@/shared/api'
import { show, viewer } from '../testing/scene'
import CandidateFilters from './CandidateFilters.vue'

vi.mock('@/modules/identity/useMe', () => ({ useMe: () => viewer('kf001', 'customer_service') }))

it('choose any department and days that are never out of order', async () => {
  vi.spyOn(http, 'get').mockResolvedValue({ items: [{ id: 'vip', name: '大客户' }] })
  const { shown } = await show(CandidateFilters, { modelValue: { department: '', from: '2026-12-01', to: '2026-12-10' } })
  const [from, to] = shown.findAllComponents(ElDatePicker)
  shown.getComponent(ElSelect).vm.$emit('update:modelValue', 'vip')
  to!.vm.$emit('update:modelValue', '2026-12-08')
  from!.vm.$emit('update:modelValue', '2026-12-20')
  expect(shown.emitted('update:modelValue')!.map(([filter]) => filter)).toEqual([
    { department: 'vip', from: '2026-12-01', to: '2026-12-10' },
    { department: 'vip', from: '2026-12-01', to: '2026-12-08' },
    { department: 'vip', from: '2026-12-20', to: '2026-12-20' },
  ])
})
