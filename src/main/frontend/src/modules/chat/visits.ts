/** Where a page is, short enough for a line: the site and the path, readable where it is percent-encoded. */
export function placeOf(url: string): string {
  const place = url.replace(/^https?:\/\//, '').replace(/\/$/, '')
  try {
    return decodeURI(place)
  } catch {
    return place
  }
}
