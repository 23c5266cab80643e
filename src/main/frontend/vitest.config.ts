import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          // One file for each library instead of thousands, which each spec would load anew.
          pool: 'threads',
          deps: { optimizer: { client: { enabled: true, include: ['element-plus'] } } },
          include: ['src/**/*.spec.ts'],
          setupFiles: 'vitest.setup.ts',
          restoreMocks: true,
        },
      },
      { test: { name: 'models', include: ['{bpmnlint,tools}/**/*.spec.mjs'] } },
    ],
  },
})
