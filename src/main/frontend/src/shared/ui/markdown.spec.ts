import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from './avatar'
import { renderMarkdown } from './markdown'

describe('shown text', () => {
  it('may be emphasized, listed and linked', () => {
    expect(renderMarkdown('**a** https://example.org')).toContain('<strong>a</strong>')
    expect(renderMarkdown('[x](https://example.org)')).toContain('rel="noopener noreferrer nofollow"')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](https://example.org/track.png)',
    '<a href="javascript:alert(1)">x</a>',
    '<svg onload=alert(1)>',
    '[x](data:text/html,<script>alert(1)</script>)',
    '<iframe src="https://example.org"></iframe>',
  ])('can only look, never act: %s', (text) => {
    const box = document.createElement('div')
    box.innerHTML = renderMarkdown(text)
    expect(box.querySelector('script, img, svg, iframe, [onerror], [onload]')).toBeNull()
    for (const link of box.querySelectorAll('a')) expect(link.getAttribute('href') ?? '').toMatch(/^(https?:|$)/)
  })
})

describe('an avatar', () => {
  it('shows the given name of a Chinese name and the initials of others', () => {
    expect(['陈晓雨', '李思', 'Emily Carter', 'ticketing.manager', ' '].map(initialsOf)).toEqual(['晓雨', '李思', 'EC', 'TM', '?'])
  })

  it('keeps its colour', () => {
    expect(hueOf('kf001')).toBe(hueOf('kf001'))
    expect(hueOf('kf001')).not.toBe(hueOf('kf002'))
  })
})
