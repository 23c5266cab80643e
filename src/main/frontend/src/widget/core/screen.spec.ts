import { expect, it } from 'vitest'
import { fitted, onAccent } from './screen'

it.each([['#000000', '#fff'], ['#0f6b7a', '#fff'], ['#b3244c', '#fff'], ['#ffd400', '#000'], ['#ffffff', '#000'], ['#7fe3a5', '#000']])('writes on %s in %s', (accent, ink) => {
  expect(onAccent(accent)).toBe(ink)
})

it('leaves the keyboard of a phone its part of the screen', () => {
  const screen = Object.assign(new EventTarget(), { height: 740, offsetTop: 0 })
  const box = document.createElement('div')
  const end = fitted(box, screen as unknown as VisualViewport)
  expect(box.style.getPropertyValue('--height')).toBe('740px')
  Object.assign(screen, { height: 400, offsetTop: 20 })
  screen.dispatchEvent(new Event('resize'))
  expect([box.style.getPropertyValue('--height'), box.style.getPropertyValue('--top')]).toEqual(['400px', '20px'])
  end()
  screen.height = 740
  screen.dispatchEvent(new Event('resize'))
  expect(box.style.getPropertyValue('--height')).toBe('400px')
  expect(fitted(box, null)).toBeTypeOf('function')
})
