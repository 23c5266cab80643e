import { openPage, settled, type FakeServer } from './server'

/** A conversation with one message. */
export async function talking(server: FakeServer) {
  const page = openPage(server)
  await page.session.send('hello')
  await settled()
  server.ready()
  await settled()
  return page
}

/** The same, waiting for a person at place 3. */
export async function queued(server: FakeServer) {
  server.answers.set('POST /conversations/c1/handoff', { handoffId: 'h1', position: 3, estimatedWaitSeconds: 120 })
  const page = await talking(server)
  await page.session.handoff({ category: 'aftersales', subject: 'refund' })
  return page
}

/** The same, with agent Li. */
export async function withAgent(server: FakeServer) {
  const page = await queued(server)
  server.answers.set('GET /conversations/c1', { id: 'c1', state: 'WITH_AGENT', agent: { id: 'kf001', name: 'Li' }, handoffId: 'h1' })
  server.say({ type: 'HANDOFF_ACCEPTED', handoffId: 'h1', conversationId: 'c1', agent: { name: 'Li' } })
  return page
}
