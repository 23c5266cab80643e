import { expect, it } from 'vitest'
import elements from './elements.ts?raw'

const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../widget/**', '!../**/*.spec.ts'], { eager: true, query: '?raw', import: 'default' })
const folderOf = (name: string) => name.slice(2).replace(/\B[A-Z]/g, '-$&').toLowerCase()

it('brings the styles of every ready-made component in use', () => {
  const used = Object.values(sources)
    .flatMap((source) => [...source.matchAll(/import \{([^}]*)\} from 'element-plus'/g)])
    .flatMap(([, names]) => [...names!.matchAll(/\bEl[A-Z]\w+/g)].map(([name]) => folderOf(name)))
  const styled = [...elements.matchAll(/components\/([a-z-]+)\/style/g)].map(([, folder]) => folder!)
  expect(used).toContain('dialog')
  expect(used.filter((folder) => !styled.includes(folder))).toEqual([])
})
