/** Does the work while no other window of this site does the same; browsers without locks do it at once. */
export function alone<T>(what: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks
  return locks ? (locks.request(what, work) as Promise<T>) : work()
}
