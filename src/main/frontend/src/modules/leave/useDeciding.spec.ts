import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { http, ProblemError, type Leave } from '@/shared/api'
import { useDeciding } from './useDeciding'

const leave = (id: string) => ({ id, agentId: 'kf001', state: 'PENDING' }) as Leave
const refusal = new ProblemError({
  status: 409,
  code: 'leave_held_back',
  conflicts: [{ code: 'shift_locked', message: '班次被占用', rule: 'Locked' }],
})

function compose() {
  const leaves = ref([leave('a'), leave('b'), leave('c')])
  let deciding!: ReturnType<typeof useDeciding>
  mount(
    defineComponent({
      setup() {
        deciding = useDeciding(leaves, { id: 'boss', roles: ['manager'] })
        return () => null
      },
    }),
    { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } },
  )
  return { leaves, deciding }
}

afterEach(() => vi.restoreAllMocks())

describe('deciding about the marked requests', () => {
  it('sends each through the same door as a single one', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({})
    const { deciding } = compose()
    deciding.toggleAll()
    await deciding.decide({ approved: false, comment: ' 人手不足 ' })
    expect(post.mock.calls).toEqual(
      ['a', 'b', 'c'].map((id) => [`/leaves/${id}/decision`, { approved: false, comment: '人手不足' }]),
    )
    expect(deciding.marked.value).toEqual([])
    expect(deciding.tally.value).toMatchObject({ done: 3, failed: 0, finished: true })
  })

  it('keeps the mark of what was refused, with the reason, and lets one try again', async () => {
    const post = vi.spyOn(http, 'post').mockImplementation((path) =>
      path.includes('/b/') ? Promise.reject(refusal) : Promise.resolve({} as never),
    )
    const { deciding } = compose()
    deciding.toggleAll()
    await deciding.decide({ approved: true, comment: '' })
    expect(deciding.marked.value).toEqual(['b'])
    expect(deciding.outcomes.value.b).toMatchObject({ state: 'FAILED', conflicts: [{ message: '班次被占用' }] })

    post.mockResolvedValue({} as never)
    await deciding.decide({ approved: true, comment: '' })
    expect(post.mock.calls.at(-1)![0]).toBe('/leaves/b/decision')
    expect(deciding.tally.value).toMatchObject({ total: 1, done: 1 })
  })

  it('does not begin twice', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({})
    const { deciding } = compose()
    deciding.toggle('a')
    await Promise.all([
      deciding.decide({ approved: true, comment: '' }),
      deciding.decide({ approved: true, comment: '' }),
    ])
    expect(post).toHaveBeenCalledOnce()
  })

  it('lets go of what somebody else has decided meanwhile', () => {
    const { leaves, deciding } = compose()
    deciding.toggleAll()
    leaves.value = [leave('b')]
    expect(deciding.marked.value).toEqual(['b'])
    deciding.toggle('b')
    expect(deciding.isMarked('b')).toBe(false)
  })
})
