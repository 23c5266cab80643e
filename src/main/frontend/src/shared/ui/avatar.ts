/** The last character of a Chinese name, the initials of any other. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  if (!trimmed) return '?'
  if (/[\u3400-\u9fff]/.test(trimmed)) return trimmed.replace(/[^\u3400-\u9fff]/g, '').slice(-2)
  const words = trimmed.split(/[\s.\-_]+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => word[0]!.toUpperCase())
    .join('')
}

/** The same text always gets the same colour. */
export function hueOf(text: string): number {
  let sum = 7
  for (const char of text) sum = (sum * 31 + char.codePointAt(0)!) % 9_973
  // Steps of the golden angle keep neighbours such as kf001 and kf002 apart.
  return Math.round((sum * 137.508) % 360)
}
