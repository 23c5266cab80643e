const wide = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/

/** How wide a text is about, in pixels: Chinese characters are square, others half as wide. */
export const widthOf = (text, size) => [...text].reduce((sum, char) => sum + (wide.test(char) ? 1 : 0.54) * size, 0)

/** Breaks a text into lines of at most the width; Chinese may break anywhere, words stay whole. */
export function wrap(text, width, size) {
  const lines = []
  for (const piece of text.trim().match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+/g) ?? []) {
    const line = lines.at(-1)
    if (line !== undefined && (widthOf(line + piece, size) <= width || /^[？，。、）]$/.test(piece))) {
      lines[lines.length - 1] += piece
    } else if (piece.trim()) {
      lines.push(piece)
    }
  }
  return lines.map((line) => line.trim())
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escape = (text) => text.replaceAll(/[&<>"]/g, (char) => escapes[char])

/** Lines of text centred on x; y is the middle of the block, or its top. */
export function textBlock({ text, x, y, width, size = 12, top = false, className }) {
  const lines = wrap(text, width, size)
  const height = size * 1.25
  const first = (top ? y : y - (lines.length * height) / 2) + size * 0.95
  const spans = lines.map((line, index) => `<tspan x="${round(x)}" y="${round(first + index * height)}">${escape(line)}</tspan>`)
  return `<text class="${className}" font-size="${size}">${spans.join('')}</text>`
}

export const round = (number) => Math.round(number * 10) / 10
