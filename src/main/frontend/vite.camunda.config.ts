import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const out = process.env.BATON_FRONTEND_OUT ?? '../../../target/frontend'
const APPS = ['tasklist', 'cockpit', 'admin', 'welcome']
const text = (name: string) => readFileSync(new URL(`./src/camunda/${name}`, import.meta.url), 'utf8')

/** Our styles and texts, once for each webapp, where the webapp looks for them. */
function besides(): Plugin {
  return {
    name: 'baton-webapps',
    generateBundle() {
      const mark = `data:image/svg+xml,${encodeURIComponent(text('baton.svg').trim())}`
      const styles = text('brand.css').replaceAll('BATON_MARK', mark)
      const { dateLocales, labels } = JSON.parse(text('locales/common.zh.json'))
      for (const app of APPS) {
        const own = JSON.parse(text(`locales/${app}.zh.json`))
        this.emitFile({ type: 'asset', fileName: `app/${app}/styles/user-styles.css`, source: styles })
        this.emitFile({
          type: 'asset',
          fileName: `app/${app}/locales/zh.json`,
          source: JSON.stringify({ dateLocales, labels: { ...labels, ...own } }),
        })
      }
    },
  }
}

/** What the webapps of the engine load of ours: settings, script, styles and Chinese texts. */
export default defineConfig({
  publicDir: false,
  plugins: [besides()],
  build: {
    outDir: join(out, 'META-INF/resources/webjars/camunda'),
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      input: Object.fromEntries([
        ...APPS.map((app) => [`app/${app}/scripts/config`, `src/camunda/apps/${app}.ts`]),
        ['lib/baton', 'src/camunda/baton.ts'],
      ]),
      output: { entryFileNames: '[name].js', chunkFileNames: 'lib/baton-[name].js' },
    },
  },
})
