import { describe, expect, it } from 'vitest'
import { columnName, exportUrl, mistakesOf, placeOf, previewOf } from './sheet'

describe('a rota as a table', () => {
  it('is exported for what is shown', () => {
    const window = { from: '2026-11-23', to: '2026-11-29', department: undefined }
    expect(exportUrl(window, 'xlsx')).toBe('/api/v1/rota/export?from=2026-11-23&to=2026-11-29&format=xlsx')
    expect(exportUrl({ ...window, department: 'vip' }, 'csv')).toContain('department=vip')
  })

  it('names cells as spreadsheets do', () => {
    expect([1, 3, 26, 27, 64].map(columnName)).toEqual(['A', 'C', 'Z', 'AA', 'BL'])
    expect(placeOf({ field: 'file', message: 'x', line: 4, column: 3 })).toBe('C4')
    expect(placeOf({ field: 'file', message: 'x', line: 0, column: 0 })).toBe('')
  })

  it('tells what of it is new', () => {
    const slot = (agentId: string) => ({ agentId, date: '2026-11-23', shiftTypeId: 'early' })
    const answer = { slots: [slot('a'), slot('a'), slot('b')], unchanged: 4, created: [], removed: [], conflicts: [], dryRun: true }
    expect(previewOf(answer)).toMatchObject({ unchanged: 4, people: 2, mistakes: [] })
  })

  it('takes the mistakes of a file for an answer, and nothing else', () => {
    const violations = [{ field: 'file', message: '没有该班次。', line: 2, column: 4, value: 'dance' }]
    expect(mistakesOf({ status: 422, code: 'rota_file_refused', violations, mistakes: 9 })).toMatchObject({ total: 9, mistakes: violations })
    expect(mistakesOf({ status: 422, code: 'invalid', violations })).toBeNull()
    expect(mistakesOf({ status: 422, code: 'rota_file_refused' })).toBeNull()
  })
})
