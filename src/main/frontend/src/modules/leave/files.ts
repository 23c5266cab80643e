import { http, type Attachment } from '@/shared/api'

/** Stores a file until a request names it. */
export function uploadFile(file: File): Promise<Attachment> {
  const body = new FormData()
  body.append('file', file)
  return http.create<Attachment>('/leaves/attachments', body)
}
