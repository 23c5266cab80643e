import { expect, it } from 'vitest'
import { waitOf } from './wait'

it.each([
  [null, { kind: 'unknown' }],
  [-1, { kind: 'unknown' }],
  [0, { kind: 'soon' }],
  [59, { kind: 'soon' }],
  [61, { kind: 'minutes', count: 2 }],
  [3_600, { kind: 'hours', count: 1 }],
  [3_601, { kind: 'hours', count: 2 }],
])('says for %s seconds %j, never too little', (seconds, wait) => {
  expect(waitOf(seconds)).toEqual(wait)
})
