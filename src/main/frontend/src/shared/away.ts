/** Leaves this page for another one of the browser, which no route of the desk leads to. */
export function goTo(address: string): void {
  location.assign(address)
}
