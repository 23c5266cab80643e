import { expect, it } from 'vitest'
import { en } from './en'
import { zhCN } from './zh-CN'

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

it('has the same texts in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort())
})

it('fills in the same values in both languages', () => {
  for (const key of Object.keys(zhCN) as Array<keyof typeof zhCN>) expect(holes(en[key]), key).toEqual(holes(zhCN[key]))
})

it('leaves no text empty', () => {
  expect(Object.entries({ ...zhCN, ...en }).filter(([, text]) => text.trim() === '')).toEqual([])
})
