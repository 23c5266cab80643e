import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { budget } from './tools/budget.ts'

const out = process.env.BATON_FRONTEND_OUT ?? '../../../target/frontend'
const backend = process.env.BATON_BACKEND ?? 'http://localhost:8080'

/** The desk of agents and managers: a single-page application below /desk/. */
export default defineConfig({
  base: '/desk/',
  publicDir: 'public/desk',
  plugins: [
    vue(),
    budget({ kib: 350, always: ['src/desk/router.ts'], pages: ['ChatPage.vue', 'FloorPage.vue', 'RotaPage.vue'] }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __INTLIFY_PROD_DEVTOOLS__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
  build: {
    outDir: join(out, 'static/desk'),
    emptyOutDir: true,
    rolldownOptions: { input: 'index.html' },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/ws', '/oauth2', '/login', '/camunda'].map((path) => [path, { target: backend, ws: path === '/ws' }]),
    ),
  },
})
