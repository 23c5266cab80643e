import { ElMessage } from 'element-plus'
import { useProblemText } from './useProblemText'

/** Short messages at the top of the screen. */
export function useToast() {
  const { textOf } = useProblemText()
  return {
    done: (message: string) => ElMessage({ type: 'success', message, grouping: true }),
    failed: (error: unknown) => ElMessage({ type: 'error', message: textOf(error), duration: 6000, showClose: true }),
  }
}
