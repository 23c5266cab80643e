/** Where the arrow keys lead in a list or in a calendar, from the places of its parts on the screen. */
export interface Place {
  left: number
  top: number
  width: number
  height: number
}

const middle = ({ left, top, width, height }: Place) => ({ x: left + width / 2, y: top + height / 2 })

/** The part to go to, or -1 to stay. Up and down keep the column; in a plain list they are the next and the one before. */
export function stepTo(key: string, at: number, places: readonly Place[]): number {
  const last = places.length - 1
  if (last < 0) return -1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (at < 0) return /^Arrow/.test(key) ? 0 : -1
  if (key === 'ArrowRight') return Math.min(last, at + 1)
  if (key === 'ArrowLeft') return Math.max(0, at - 1)
  if (key === 'ArrowDown') return nearest(at, places, 1)
  return key === 'ArrowUp' ? nearest(at, places, -1) : -1
}

function nearest(at: number, places: readonly Place[], way: 1 | -1): number {
  const here = middle(places[at]!)
  let best = at
  let least = Infinity
  places.forEach((place, index) => {
    const there = middle(place)
    const down = (there.y - here.y) * way
    if (down <= places[at]!.height / 2) return
    // Far to the side counts more than far below: the column is kept as long as it has something.
    const distance = down + 3 * Math.abs(there.x - here.x)
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}
