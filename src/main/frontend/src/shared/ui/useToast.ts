import { ElMessage } from 'element-plus'
import { useProblemText } from './useProblemText'

const LONG = { duration: 6000, showClose: true }

/** Short messages at the top of the screen; what went wrong stays longer and can be closed. */
export function useToast() {
  const { textOf } = useProblemText()
  return {
    done: (message: string) => ElMessage({ type: 'success', message, grouping: true }),
    warned: (message: string) => ElMessage({ type: 'warning', message, ...LONG }),
    failed: (error: unknown) => ElMessage({ type: 'error', message: textOf(error), ...LONG }),
  }
}
