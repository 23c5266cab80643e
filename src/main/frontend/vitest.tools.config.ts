import { defineConfig } from 'vitest/config'

/** What looks at a running Baton with the demonstration's data: `npm run lighthouse`, `npm run pictures`. */
export default defineConfig({
  test: {
    include: ['journeys/*.tool.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    env: { BATON_URL: process.env.BATON_URL ?? 'http://localhost:8080', BATON_DEMO_PASSWORD: process.env.BATON_DEMO_PASSWORD ?? 'baton-demo' },
  },
})
