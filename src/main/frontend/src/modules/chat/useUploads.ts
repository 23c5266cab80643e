import { onScopeDispose } from 'vue'
import { http, type Message } from '@/shared/api'
import { onFrame, socket } from '@/modules/presence/useSocket'
import { anyStaged } from './attachments'
import { Uploads, type Send } from './uploads'

const send: Send = ({ id, conversationId, file }, onProgress, signal) => {
  const form = new FormData()
  form.append('id', id)
  form.append('file', file)
  return http.upload<Message>(`/conversations/${conversationId}/files`, form, { onProgress, signal })
}

/** They go on whatever is open. */
export const uploads = new Uploads(send, (message) => socket().learn(message.conversationId, [message]))

/** Goes on with what broke once the connection is back, and asks whoever closes the page before all files have arrived. */
export function useUploads(): void {
  const warn = (event: BeforeUnloadEvent) => (anyStaged() || uploads.all.some(({ state }) => state !== 'refused')) && event.preventDefault()
  window.addEventListener('beforeunload', warn)
  onScopeDispose(() => window.removeEventListener('beforeunload', warn))
  onFrame('READY', () => uploads.resume())
}
