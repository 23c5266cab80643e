import { expect } from 'vitest'
import { required } from './browser'

/** The department of fifty people; the test that starts these journeys has filled it. */
export interface Floor {
  /** A Monday on which some of them cannot take the early shift. */
  day: string
  people: number
  /** By person, the code of what speaks against it. */
  conflicts: Record<string, string>
}

export const floor = () => JSON.parse(required('BATON_FLOOR')) as Floor

/** Lets the time come for which the process of a request waits; everything else people do themselves. */
export async function timePasses(id: string, timer: string): Promise<void> {
  const answer = await fetch(`${required('BATON_PASSING_TIME')}/${id}/${timer}`, { method: 'POST' })
  expect(answer.status).toBe(204)
}
