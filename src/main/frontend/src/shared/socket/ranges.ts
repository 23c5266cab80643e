/** Both ends belong to the range. */
export interface Range {
  from: number
  to: number
}

/** Sequence numbers kept as contiguous ranges, ascending, that merge as soon as they touch. */
export class Ranges {
  private ranges: Range[] = []

  add(from: number, to: number = from): void {
    const apart = (r: Range) => r.to < from - 1 || r.from > to + 1
    const touched = this.ranges.filter((r) => !apart(r))
    const merged = {
      from: Math.min(from, ...touched.map((r) => r.from)),
      to: Math.max(to, ...touched.map((r) => r.to)),
    }
    this.ranges = [...this.ranges.filter(apart), merged].sort((a, b) => a.from - b.from)
  }

  has(seq: number): boolean {
    return this.ranges.some((r) => r.from <= seq && seq <= r.to)
  }

  /** What lies between the ranges, and between the newest range and `head` when that is further. */
  gaps(head = 0): Range[] {
    const gaps: Range[] = []
    this.ranges.forEach((range, i) => {
      const next = this.ranges[i + 1]
      if (next) gaps.push({ from: range.to + 1, to: next.from - 1 })
    })
    if (this.newest > 0 && head > this.newest) gaps.push({ from: this.newest + 1, to: head })
    return gaps
  }

  get oldest(): number {
    return this.ranges[0]?.from ?? 0
  }

  get newest(): number {
    return this.ranges.at(-1)?.to ?? 0
  }

  all(): readonly Range[] {
    return this.ranges
  }
}
