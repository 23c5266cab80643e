let zone = 'Asia/Shanghai'

/** The zone all times on the screens are in; set once, when it is known who logged in. */
export function tenantZone(): string {
  return zone
}

export function showTimesIn(name: string): void {
  zone = name
}
