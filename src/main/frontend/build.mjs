/**
 * Builds the front end into a folder that is a root of the class path.
 *
 *   node build.mjs <outDir>
 *
 * Each `vite.<name>.config.ts` beside this file is one build; it writes where its own `build.outDir` says, below the
 * folder given in BATON_FRONTEND_OUT. Packages are installed only when the lock file changed, and nothing is built
 * when no source changed since the last build into the same folder.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const outDir = process.argv[2] ? resolve(process.argv[2]) : null
const installed = join(root, 'node_modules', '.baton-lock')

const say = (text) => console.log(`[frontend] ${text}`)
const fail = (text) => {
  console.error(`[frontend] ${text}`)
  process.exit(1)
}
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const hash = (text) => createHash('sha256').update(text).digest('hex')

/** Nothing in these folders is part of a page. */
const aside = ['node_modules', 'dist', 'dev', 'bpmnlint', 'tools', 'journeys']

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !aside.includes(entry.name) && !entry.name.endsWith('.spec.ts'))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()
}

function sourceHash() {
  const sum = createHash('sha256')
  for (const file of files(root)) sum.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  return sum.digest('hex')
}

function install() {
  const wanted = hash(read(join(root, 'package-lock.json')))
  if (read(installed) === wanted) return
  say('installing packages (npm ci), once per change of package-lock.json')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) fail('npm ci failed; the messages above say why. Is the npm registry reachable?')
  writeFileSync(installed, wanted)
}

async function buildAll() {
  process.env.BATON_FRONTEND_OUT = outDir
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  const configs = readdirSync(root).filter((name) => /^vite\.[a-z-]+\.config\.ts$/.test(name))
  for (const config of configs.sort()) {
    const start = Date.now()
    await build({ root, configFile: join(root, config), logLevel: 'warn' })
    say(`${config.split('.')[1]} built in ${((Date.now() - start) / 1000).toFixed(1)} s`)
  }
}

if (!outDir) fail('usage: node build.mjs <outDir>')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed, this is ${process.versions.node}`)

const stamp = join(outDir, 'META-INF', 'baton', 'frontend.sha256')
const sources = sourceHash()
if (read(stamp) === sources) {
  say('up to date')
} else {
  install()
  rmSync(outDir, { recursive: true, force: true })
  try {
    await buildAll()
  } catch (error) {
    fail(`build failed: ${error instanceof Error ? error.message : error}`)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
}
