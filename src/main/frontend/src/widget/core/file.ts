import type { Language } from './settings'

/** The content type of a message that brings a file; only the server writes such messages. */
export const FILE = 'application/vnd.baton.file+json'

/** What such a message says about its file. */
export interface FileNote {
  fileId: string
  name: string
  contentType: string
  size: number
  width?: number
  height?: number
  thumbnail: boolean
}

/** The file that a message brings; null for all other messages, and for a note that says nothing. */
export function fileOf(body: string, contentType: string): FileNote | null {
  if (contentType !== FILE) return null
  try {
    const { fileId, name, contentType: type, size, width, height, thumbnail } = JSON.parse(body) as Partial<FileNote>
    if (typeof fileId !== 'string' || typeof name !== 'string') return null
    return { fileId, name, contentType: String(type), size: Number(size) || 0, width, height, thumbnail: thumbnail === true }
  } catch {
    return null
  }
}

const UNITS = ['B', 'KB', 'MB', 'GB']

export function sizeText(bytes: number, language: Language): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1)
  const shown = (bytes / 1024 ** step).toLocaleString(language, { maximumFractionDigits: step > 1 ? 1 : 0 })
  return `${shown} ${UNITS[step]}`
}

/** Gives a file to the customer; works where the page allows no frames and no new windows. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
