import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
type Tokens = Record<string, string>
const [light, dark] = [...css.matchAll(/\{([^}]*)\}/g)].slice(0, 2).map(([, block]) => coloursOf(block!)) as [Tokens, Tokens]

const SURFACES = ['bg', 'surface', 'raised', 'field', 'sunken', 'hover', 'line', 'brand-soft', 'ok-soft', 'warn-soft', 'bad-soft', 'amber-soft']
const TEXTS = ['text', 'text-2', 'text-3', 'brand', 'brand-strong', 'ok', 'warn', 'bad']
/** Texts that are on one surface only. */
const PAIRS = [
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-bad', 'bad'],
  ['rail-text', 'rail'],
  ['rail-text', 'rail-2'],
  ['rail-strong', 'rail-2'],
  ['bubble-mine-text', 'bubble-mine'],
  ['text', 'bubble-theirs'],
  ['text-3', 'bubble-theirs'],
] as const
const SHAPES = ['amber', 'light-green', 'light-yellow', 'light-red', 'light-white']

function coloursOf(block: string): Tokens {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]))
}

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright! + 0.05) / (dim! + 0.05)
}

describe.each([['light', light], ['dark', { ...light, ...dark }]] as const)('the %s colours', (_name, tokens) => {
  const tooWeak = (pairs: (readonly [string, string])[], least: number) =>
    pairs.filter(([text, surface]) => !(contrast(tokens[text]!, tokens[surface]!) >= least)).map((pair) => pair.join(' on '))

  it('are all plain colours', () => {
    for (const name of [...SURFACES, ...TEXTS, ...PAIRS.flat(), ...SHAPES]) expect([name, tokens[name]]).toEqual([name, expect.stringMatching(/^#[0-9a-f]{6}$/)])
  })

  it('keep every text readable on every surface', () => {
    const all = TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const))
    expect(tooWeak([...all, ...PAIRS], 4.5)).toEqual([])
  })

  it('keep every shape that means something visible', () => {
    expect(tooWeak(SHAPES.flatMap((shape) => ['surface', 'sunken', 'bg'].map((surface) => [shape, surface] as const)), 3)).toEqual([])
  })
})

it('names no colour in the dark that the light has not', () => {
  expect(Object.keys(dark).filter((name) => !(name in light))).toEqual([])
})
