// Lints all models and forms of the folders given: node lint.mjs <processes> <forms>
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { lintForm } from './forms.mjs'
import { lintModel } from './models.mjs'

const [processes, forms] = process.argv.slice(2)

async function lintAll(folder, extension, lint) {
  const files = (await readdir(folder)).filter((file) => extname(file) === extension).sort()
  if (files.length === 0) return [`${folder}: holds no ${extension} file`]
  const found = await Promise.all(
    files.map(async (file) => {
      const findings = await lint(basename(file, extension), await readFile(join(folder, file), 'utf8'))
      return findings.map((finding) => `${file}  ${finding}`)
    }),
  )
  return found.flat()
}

const findings = [
  ...(await lintAll(processes, '.bpmn', (stem, xml) => lintModel(stem, xml))),
  ...(await lintAll(forms, '.form', lintForm)),
]
findings.forEach((finding) => console.error(finding))
if (findings.length > 0) process.exitCode = 1
