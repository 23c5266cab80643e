const LONGEST_SIDE = 2_560
const QUALITY = 0.85

/**
 * A smaller copy of a photograph that is too large or of a kind that is not taken. What is no picture, and what this
 * browser cannot read, comes back as it is.
 */
export async function shrunk(file: File, { size, endings }: { size: number; endings: string[] }): Promise<File> {
  const ending = file.name.split('.').at(-1)!.toLowerCase()
  const fits = file.size <= size && (endings.includes(ending) || !file.name.includes('.'))
  if (fits || !file.type.startsWith('image/') || file.type === 'image/svg+xml') return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const copy = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return copy ? new File([copy], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
