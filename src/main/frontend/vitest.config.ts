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
          pool: 'vmThreads',
          include: ['src/**/*.spec.ts'],
          setupFiles: 'vitest.setup.ts',
          restoreMocks: true,
          server: { deps: { inline: ['element-plus'] } },
        },
      },
      { test: { name: 'models', include: ['{bpmnlint,tools}/**/*.spec.mjs'] } },
    ],
  },
})
