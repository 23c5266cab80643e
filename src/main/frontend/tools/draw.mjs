// Draws every model of a folder, once in English and once in Chinese: node draw.mjs <processes> <images> [--check]
// With --check nothing is written, and a picture that no longer shows its model is an error.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { read } from '../bpmnlint/models.mjs'
import { speakEnglish } from './diagram/english.mjs'
import { picture } from './diagram/picture.mjs'

const [processes, images, mode] = process.argv.slice(2)
await mkdir(images, { recursive: true })

for (const file of (await readdir(processes)).filter((name) => name.endsWith('.bpmn'))) {
  const model = await readFile(join(processes, file), 'utf8')
  const stem = join(images, basename(file, '.bpmn'))
  await keep(`${stem}.zh-CN.svg`, picture((await read(model)).rootElement), file)
  await keep(`${stem}.svg`, picture(speakEnglish((await read(model)).rootElement)), file)
}

async function keep(target, drawn, file) {
  if (mode !== '--check') {
    await writeFile(target, drawn)
  } else if (drawn !== (await readFile(target, 'utf8').catch(() => ''))) {
    console.error(`${target} no longer shows ${file}: run npm run draw`)
    process.exitCode = 1
  }
}
