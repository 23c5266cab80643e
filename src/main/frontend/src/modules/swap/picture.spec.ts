import { describe, expect, it } from 'vitest'
import { fitting, pictureOf } from './picture'
import { items } from './testing/scene'

describe('the picture of a chain', () => {
  it('draws an arrow for each shift that moves, from who gives to who takes', () => {
    const { arrows, rows } = pictureOf(items(['a', 'b', 'c']), 800)
    expect(arrows.map(({ from, to }) => [from, to])).toEqual([[2, 1], [3, 2], [1, 3]])
    expect(arrows[0]!.color).toBe('#2f8f6b')
    expect(rows.map(({ before, after }) => [before.shift?.assignmentId, after.shift?.assignmentId])).toEqual([['a', 'b'], ['b', 'c'], ['c', 'a']])
  })

  it('leaves open what is not known yet', () => {
    const open = items(['a', 'b']).map((item, index) => (index === 1 ? { ...item, takes: null } : item))
    const { arrows, rows } = pictureOf(open, 800)
    expect(arrows).toHaveLength(1)
    expect(rows[1]!.after.shift).toBeNull()
  })

  it.each([280, 360, 559, 560, 900, 1400])('fits into %i pixels without boxes that touch', (width) => {
    const { rows, height, columns } = pictureOf(items(['a', 'b', 'c', 'd']), width)
    for (const { before, after } of rows) {
      expect(before.x + before.width).toBeLessThan(after.x - 40)
      expect(after.x + after.width).toBeLessThanOrEqual(width)
      expect(after.y + after.height).toBeLessThanOrEqual(height)
    }
    expect(rows[1]!.before.y).toBeGreaterThan(rows[0]!.before.y + rows[0]!.before.height)
    expect(columns[0]).toBe(rows[0]!.before.x)
  })

  it('shortens a text that is too long, Chinese characters counted double', () => {
    expect(fitting('夜班 22:00', 8)).toBe('夜班 22:00')
    expect(fitting('Part time 10:00', 6)).toBe('Part tim…')
    expect(fitting('夜班夜班夜班', 4)).toBe('夜班夜…')
  })
})
