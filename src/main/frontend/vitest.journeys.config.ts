import { defineConfig } from 'vitest/config'

/** The journey that kills a node is played alone, against a cluster; see journeys/nodes.journey.ts. */
const nodes = 'journeys/nodes.journey.ts'
const cluster = Boolean(process.env.BATON_NODES_CONTROL)

/** Browser journeys against a running Baton; started by JourneyTests, one after the other. */
export default defineConfig({
  test: {
    include: [cluster ? nodes : 'journeys/**/*.journey.ts'],
    exclude: cluster ? [] : [nodes],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: process.env.BATON_JOURNEYS_REPORT ?? '../../../target/journeys/report.json' },
  },
})
