import { computed, reactive, ref, watch, type Ref } from 'vue'
import { uuid } from '@/shared/socket'
import { mistakeOf, previewOf } from './uploads'

/** A file beside the words that will be sent with them. */
export interface Staged {
  key: string
  file: File
  preview: string
}

const staged = reactive(new Map<string, Staged[]>())

/** Whether files wait beside words that were not sent: they are gone with the page. */
export const anyStaged = () => [...staged.values()].some((files) => files.length > 0)

/** Files that go out with the next message of a conversation, and those that need not even be tried, with the reason. */
export function useAttachments(conversationId: Ref<string>, send: (conversationId: string, file: File, preview: string) => void) {
  const refused = ref<{ name: string; mistake: string }[]>([])
  const files = computed(() => staged.get(conversationId.value) ?? [])
  watch(conversationId, () => (refused.value = []))

  function add(more: Iterable<File>) {
    const all = [...more]
    const good = all.filter((file) => mistakeOf(file) === null)
    refused.value = all.filter((file) => !good.includes(file)).map((file) => ({ name: file.name, mistake: mistakeOf(file)! }))
    if (good.length === 0) return
    staged.set(conversationId.value, [...files.value, ...good.map((file) => ({ key: uuid(), file, preview: previewOf(file) }))])
  }
  function remove(key: string) {
    for (const one of files.value) if (one.key === key) URL.revokeObjectURL(one.preview)
    staged.set(conversationId.value, files.value.filter((one) => one.key !== key))
  }
  function sendAll() {
    for (const { file, preview } of files.value) send(conversationId.value, file, preview)
    staged.delete(conversationId.value)
    refused.value = []
  }
  return { files, refused, add, remove, sendAll }
}

/** The files of a paste; none where words were meant that came with a picture of themselves, as offices copy them. */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'getData'> | null): File[] {
  const files = [...(data?.files ?? [])]
  const words = data?.getData('text/plain').trim() ?? ''
  return words === '' || files.some((file) => file.name === words) ? files : []
}
