import { expect, test } from 'vitest'
import { findings } from './findings.mjs'

const message = (name) => `<bpmn:message id="LeaveWithdrawnMessage" name="${name}"/>`

test.each(['leave.Withdrawn', 'period-leave.ExtensionRequested'])('accepts %s', async (name) => {
  expect(await findings('message-names', message(name))).toEqual([])
})

test.each(['Withdrawn', 'leave.Withdraw', 'Leave.Withdrawn', 'leave.withdrawn', 'leave.day.Withdrawn', ''])(
  'refuses <%s>',
  async (name) => {
    expect(await findings('message-names', message(name))).toEqual([
      `LeaveWithdrawnMessage: message <${name}> is not named as leave.Withdrawn is`,
    ])
  },
)
