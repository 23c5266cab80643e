import type { Plugin } from 'vite'
import { gzipSync } from 'node:zlib'

const KIB = 1024

/** What is asked of a file of a build. */
interface Built {
  fileName: string
  code?: string
  source?: string | Uint8Array
  isEntry?: boolean
  facadeModuleId?: string | null
  imports?: string[]
  viteMetadata?: { importedCss: Set<string> }
}
export type Bundle = Record<string, Built>

/** The files that a browser loads for these chunks: they, what they import before they run, and their styles. */
export function filesOf(bundle: Bundle, names: string[]): string[] {
  const found = new Set<string>()
  const add = (file: string) => {
    const chunk = bundle[file]
    if (!chunk || found.has(file)) return
    found.add(file)
    for (const other of [...(chunk.imports ?? []), ...(chunk.viteMetadata?.importedCss ?? [])]) add(other)
  }
  names.forEach(add)
  return [...found]
}

export function gzipped(bundle: Bundle, files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(bundle[file]!.code ?? bundle[file]!.source ?? '').length, 0)
}

/** Each page with its first load in KiB: the entries, what they load at once (`always`), and the page. */
export function firstLoads(bundle: Bundle, always: string[], pages: string[]): [page: string, kib: number][] {
  const chunks = Object.values(bundle)
  const named = (name: string) => {
    const chunk = chunks.find((it) => it.facadeModuleId?.endsWith(name))
    if (!chunk) throw new Error(`the budget names ${name}, which is no chunk of its own`)
    return chunk.fileName
  }
  const first = [...chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName), ...always.map(named)]
  return pages.map((page) => [page, Math.ceil(gzipped(bundle, filesOf(bundle, [...first, named(page)])) / KIB)])
}

/** Ends the build when the first load of one of the pages that people begin at is larger than it may be, compressed. */
export function budget({ kib, always, pages }: { kib: number; always: string[]; pages: string[] }): Plugin {
  return {
    name: 'baton-budget',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const loads = firstLoads(bundle as unknown as Bundle, always, pages)
      console.log(`[frontend] first load, of ${kib} KiB gzip: ${loads.map(([page, size]) => `${page} ${size}`).join(', ')}`)
      const most = Math.max(...loads.map(([, size]) => size))
      if (most > kib) this.error(`the first load of the desk is ${most} KiB gzip, and may be ${kib}`)
    },
  }
}
