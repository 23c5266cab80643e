import { defineConfig } from 'vitest/config'

/** Browser journeys against a running Baton; started by JourneyTests, one after the other. */
export default defineConfig({
  test: {
    include: ['journeys/**/*.journey.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: process.env.BATON_JOURNEYS_REPORT ?? '../../../target/journeys/report.json' },
  },
})
