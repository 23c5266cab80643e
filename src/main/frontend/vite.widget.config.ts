import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** What other people's pages load must stay small. */
const MOST_BYTES = 60 * 1024

const out = process.env.BATON_FRONTEND_OUT ?? '../../../target/frontend'

/** Fails the build of a widget that is too large to put into other people's pages. */
function bounded(): Plugin {
  return {
    name: 'baton-widget-size',
    generateBundle(_, bundle) {
      const bytes = Object.values(bundle)
        .map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length)
        .reduce((sum, size) => sum + size, 0)
      if (bytes > MOST_BYTES) this.error(`the widget has ${bytes} bytes gzipped, ${bytes - MOST_BYTES} too many`)
      this.info(`${bytes} of ${MOST_BYTES} bytes gzipped`)
    },
  }
}

/** The customers' chat as one script that any page can embed, and a page that does. */
export default defineConfig({
  publicDir: 'public/widget',
  plugins: [vue(), bounded()],
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
