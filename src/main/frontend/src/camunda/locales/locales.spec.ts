import { expect, it } from 'vitest'
import common from './common.zh.json'

const files = import.meta.glob<Record<string, string>>('./*.zh.json', { eager: true, import: 'default' })
const own = Object.entries(files).filter(([path]) => !path.includes('common'))

it.each(own)('%s says nothing that all webapps say alike', (_path, labels) => {
  const twice = Object.entries(labels).filter(([key, text]) => (common.labels as Record<string, string>)[key] === text)
  expect(twice).toEqual([])
})

it('has a name for each month and day', () => {
  const { months, monthsShort, weekdays, weekdaysShort, weekdaysMin } = common.dateLocales
  expect([months, monthsShort, weekdays, weekdaysShort, weekdaysMin].map((names) => new Set(names).size)).toEqual([12, 12, 7, 7, 7])
})
