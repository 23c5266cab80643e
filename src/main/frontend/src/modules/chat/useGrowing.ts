import { nextTick, onMounted, watch, type Ref } from 'vue'

const byStyle = () => typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content')

/** A field as high as its text, up to its own `max-height`; where the browser does so by style, nothing is measured. */
export function useGrowing(area: Ref<HTMLTextAreaElement | undefined>, text: Ref<string>): void {
  if (byStyle()) return
  function grow() {
    if (!area.value) return
    area.value.style.height = 'auto'
    area.value.style.height = `${area.value.scrollHeight}px`
  }
  watch(text, () => nextTick(grow))
  onMounted(grow)
}
