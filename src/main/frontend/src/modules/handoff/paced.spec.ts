import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { paced } from './paced'

describe('paced work', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  it('is done at once, and once more for all that was asked meanwhile', async () => {
    const work = vi.fn().mockResolvedValue(null)
    const { ask } = paced(work, 1_000)
    for (let i = 0; i < 20; i++) ask()
    expect(work).toHaveBeenCalledTimes(1)
    await later(999)
    expect(work).toHaveBeenCalledTimes(1)
    await later(1)
    expect(work).toHaveBeenCalledTimes(2)
    await later(10_000)
    expect(work).toHaveBeenCalledTimes(2)
    ask()
    expect(work).toHaveBeenCalledTimes(3)
  })

  it('is never done twice at the same time, however long it takes', async () => {
    let done: (() => void)[] = []
    const work = vi.fn(() => new Promise<void>((resolve) => done.push(resolve)))
    const { ask } = paced(work, 1_000)
    ask()
    await later(5_000)
    ask()
    await later(5_000)
    expect(work).toHaveBeenCalledTimes(1)
    for (const finish of done) finish()
    done = []
    await later(1_000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('goes on after a failure, and not after it was stopped', async () => {
    const work = vi.fn().mockRejectedValue(new Error('away'))
    const { ask, stop } = paced(work, 1_000)
    ask()
    ask()
    await later(1_000)
    expect(work).toHaveBeenCalledTimes(2)
    ask()
    stop()
    await later(5_000)
    expect(work).toHaveBeenCalledTimes(2)
  })
})
