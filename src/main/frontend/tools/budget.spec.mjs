import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { filesOf, firstLoads } from './budget.ts'

/** Bytes that no compression makes smaller. */
const css = randomBytes(4096)
const chunk = (fileName, more = {}) => ({ type: 'chunk', fileName, imports: [], code: 'x', ...more })
const bundle = Object.fromEntries(
  [
    chunk('main.js', { isEntry: true, imports: ['vue.js'], viteMetadata: { importedCss: new Set(['main.css']) } }),
    chunk('vue.js', { imports: ['main.js'] }),
    chunk('page.js', { facadeModuleId: '/src/Page.vue', imports: ['vue.js', 'heavy.js'] }),
    chunk('heavy.js', { code: css.toString('base64') }),
    chunk('other.js', { facadeModuleId: '/src/Other.vue' }),
    { type: 'asset', fileName: 'main.css', source: css },
  ].map((file) => [file.fileName, file]),
)

describe('the budget of the first load', () => {
  it('counts each file once, with what it imports and its styles', () => {
    expect(filesOf(bundle, ['main.js', 'page.js']).sort()).toEqual(['heavy.js', 'main.css', 'main.js', 'page.js', 'vue.js'])
  })

  it('is what the browser loads for a page, compressed', () => {
    expect(firstLoads(bundle, [], ['/Other.vue', '/Page.vue'])).toEqual([['/Other.vue', 5], ['/Page.vue', 9]])
  })

  it('fails when what it measures is gone', () => {
    expect(() => firstLoads(bundle, ['router.ts'], [])).toThrow('router.ts')
  })
})
