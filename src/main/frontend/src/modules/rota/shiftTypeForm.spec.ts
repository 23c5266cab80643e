import { describe, expect, it } from 'vitest'
import type { ShiftTypeDetails } from '@/shared/api'
import { crossesMidnight, currentOf, formOf, mistakesOf, requestOf, type ShiftTypeForm } from './shiftTypeForm'

const today = '2026-11-25'
const version = (number: number, validFrom: string, start: string) => ({
  number,
  validFrom,
  nameZh: '早班',
  nameEn: 'Early',
  color: '#2563eb',
  start,
  end: '14:00',
  breaks: [{ start: '10:00', end: '10:30' }],
  skills: ['refund', 'vip'],
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
  versions: [version(1, '2000-01-01', '06:00'), version(2, '2026-12-01', '07:00')],
}
const form = (changes: Partial<ShiftTypeForm> = {}): ShiftTypeForm => ({ ...formOf(early, ['ticketing', 'vip'], today), ...changes })

describe('the form of a shift type', () => {
  it('begins with the newest version, and with nothing for a new type', () => {
    expect(form()).toMatchObject({ code: 'early', start: '07:00', skills: 'refund, vip', validFrom: '2026-12-01' })
    expect(currentOf(early).start).toBe('06:00')
    expect(formOf(null, ['vip'], today)).toMatchObject({ code: '', validFrom: today, staffing: [{ people: [0, 0, 0, 0, 0, 0, 0] }] })
  })

  it('has a row for each department, and changes no version it was made from', () => {
    const made = form()
    expect(made.staffing.map((row) => row.department)).toEqual(['ticketing', 'vip'])
    made.staffing[1]!.people[0] = 9
    made.breaks[0]!.start = '09:00'
    expect(early.versions[1]!.staffing[0]!.people[0]).toBe(2)
    expect(early.versions[1]!.breaks[0]!.start).toBe('10:00')
  })

  it('says what is wanted and leaves out where nobody is', () => {
    const request = requestOf(form({ nameEn: ' Early ', skills: 'vip，refund vip' }))
    expect(request).toMatchObject({ nameEn: 'Early', skills: ['vip', 'refund'] })
    expect(request.staffing.map((row) => row.department)).toEqual(['vip'])
  })

  it('knows a night', () => {
    expect(crossesMidnight({ start: '22:00', end: '06:00' })).toBe(true)
    expect(crossesMidnight({ start: '06:00', end: '14:00' })).toBe(false)
  })
})

describe('mistakes', () => {
  it('are none in what can be saved', () => {
    expect(mistakesOf(form(), today)).toEqual({})
  })

  it.each([
    [{ code: 'Early' }, 'code'],
    [{ nameZh: ' ' }, 'nameZh'],
    [{ nameEn: 'x'.repeat(61) }, 'nameEn'],
    [{ color: 'red' }, 'color'],
    [{ start: '' }, 'start'],
    [{ end: '24:00' }, 'end'],
    [{ start: '14:00', breaks: [] }, 'end'],
    [{ skills: 'Speaks-English' }, 'skills'],
    [{ staffing: [{ department: 'vip', people: [501, 0, 0, 0, 0, 0, 0] }] }, 'staffing'],
    [{ staffing: [{ department: 'vip', people: [1.5, 0, 0, 0, 0, 0, 0] }] }, 'staffing'],
    [{ validFrom: '2026-11-24' }, 'validFrom'],
    [{ validFrom: '' }, 'validFrom'],
  ])('%j is one about %s', (changes, field) => {
    expect(Object.keys(mistakesOf(form(changes as Partial<ShiftTypeForm>), today))).toEqual([field])
  })

  it.each([
    ['06:00', '14:00', [['05:30', '06:30']]],
    ['06:00', '14:00', [['13:30', '14:30']]],
    ['06:00', '14:00', [['11:00', '10:00']]],
    ['22:00', '06:00', [['12:00', '13:00']]],
    ['22:00', '06:00', [['23:00', '00:30'], ['00:00', '01:00']]],
    ['22:00', '06:00', [['', '01:00']]],
  ])('from %s to %s breaks %j do not fit', (start, end, pauses) => {
    const breaks = pauses.map(([from, to]) => ({ start: from!, end: to! }))
    expect(mistakesOf(form({ start, end, breaks }), today)).toHaveProperty('breaks')
  })

  it('are none in breaks on both sides of midnight', () => {
    const breaks = [{ start: '02:00', end: '03:00' }, { start: '23:30', end: '00:15' }]
    expect(mistakesOf(form({ start: '22:00', end: '06:00', breaks }), today)).toEqual({})
  })
})
