import type { Message } from './frames'

/** The content type of a message that brings a file; only the server writes such messages. */
export const FILE_MESSAGE = 'application/vnd.baton.file+json'

/** A file as its message tells of it. */
export interface FileNote {
  fileId: string
  name: string
  contentType: string
  /** In bytes. */
  size: number
  /** In pixels; pictures only. */
  width?: number
  height?: number
  /** Whether there is a small copy of it. */
  thumbnail: boolean
}

/** The file that a message brings, or null when it brings none, or is not what the contract says. */
export function fileOf({ body, contentType }: Pick<Message, 'body' | 'contentType'>): FileNote | null {
  if (contentType !== FILE_MESSAGE) return null
  try {
    const note = JSON.parse(body) as Partial<FileNote> | null
    const whole = typeof note?.fileId === 'string' && typeof note.name === 'string' && typeof note.size === 'number'
    return whole ? ({ thumbnail: false, ...note } as FileNote) : null
  } catch {
    return null
  }
}
