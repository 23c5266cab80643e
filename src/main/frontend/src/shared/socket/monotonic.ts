/** Milliseconds that only ever grow, whatever somebody does to the clock on the wall. */
export const monotonic = (): number => performance.now()
