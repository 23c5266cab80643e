import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const out = process.env.BATON_FRONTEND_OUT ?? '../../../target/frontend'

/** The customers' chat as one script that any page can embed, and a page that does. */
export default defineConfig({
  publicDir: 'public/widget',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: join(out, 'static/widget'),
    emptyOutDir: true,
    lib: { entry: 'src/widget/main.ts', formats: ['iife'], name: 'batonWidget', fileName: () => 'baton-widget.js' },
  },
})
