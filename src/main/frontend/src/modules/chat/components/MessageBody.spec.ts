import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { FILE_MESSAGE } from '@/shared/socket'
import MessageBody from './MessageBody.vue'

const body = (text: string, contentType = 'text/plain') => show(MessageBody, { body: text, contentType })
const file = (changes = {}) => body(JSON.stringify({ fileId: 'f1', name: '合同.pdf', contentType: 'application/pdf', size: 284_113, thumbnail: false, ...changes }), FILE_MESSAGE)

describe('what a message says', () => {
  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', 'javascript:alert(1)', '{{constructor.constructor("alert(1)")()}}'])(
    'is shown as it was written and does nothing: %s',
    async (text) => {
      for (const type of ['text/plain', 'text/markdown']) {
        const { shown } = await body(text, type)
        expect(shown.text()).toBe(text)
        expect(shown.find('script, img, svg, a, [onerror], [onload]').exists()).toBe(false)
      }
    },
  )

  it('is not read as Markdown when it is plain, but its addresses lead somewhere', async () => {
    const { shown } = await body('2*3*4 = 24\n**not bold** https://example.org/a_b_c')
    expect(shown.find('em, strong').exists()).toBe(false)
    expect(shown.find('a').attributes('href')).toBe('https://example.org/a_b_c')
    expect(shown.find('br').exists()).toBe(true)
  })

  it('takes its direction from its text', async () => {
    expect((await body('مرحبا بالعالم')).shown.find('.markdown').attributes('dir')).toBe('auto')
  })

  it('may be 8,000 emoji', async () => {
    expect((await body('😀'.repeat(8_000))).shown.text()).toHaveLength(16_000)
  })
})

describe('a file in a message', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = vi.fn()
    HTMLDialogElement.prototype.close = function () {
      this.dispatchEvent(new Event('close'))
    }
  })

  it('is downloaded by its name', async () => {
    const { part } = await file()
    expect(part('file').text()).toContain('合同.pdf')
    expect(part('file').text()).toContain('277 KB')
    expect(part('file').attributes()).toMatchObject({ href: '/api/v1/files/f1', download: '合同.pdf' })
  })

  it('is a small picture that keeps its place and is enlarged', async () => {
    const { part, press } = await file({ name: 'a.png', contentType: 'image/png', width: 2600, height: 1300, thumbnail: true })
    expect(part('picture').find('img').attributes()).toMatchObject({ src: '/api/v1/files/f1/thumbnail', width: '260', height: '130' })
    await press('picture')
    const large = document.querySelector('[data-testid="picture-large"]')!
    expect(large.querySelector('img')!.getAttribute('src')).toBe('/api/v1/files/f1')
    large.querySelector('button')!.click()
    await vi.waitFor(() => expect(document.querySelector('[data-testid="picture-large"]')).toBeNull())
  })

  it('can still be downloaded when its picture cannot be shown', async () => {
    const { part } = await file({ name: 'a.png', thumbnail: true })
    await part('picture').find('img').trigger('error')
    expect(part('file').text()).toContain('a.png')
  })

  it('is text when it is not what the contract says', async () => {
    for (const broken of ['{', 'null', '{"fileId":7}', '{"fileId":"f"}']) expect((await body(broken, FILE_MESSAGE)).shown.text()).toBe(broken)
  })
})
