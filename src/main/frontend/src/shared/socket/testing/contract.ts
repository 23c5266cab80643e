import { readFileSync } from 'node:fs'

/** What docs/asyncapi.yaml says of one frame. */
export interface FrameContract {
  required: string[]
  properties: string[]
}

/** The frames of docs/asyncapi.yaml by `client.TYPE` and `server.TYPE`. */
export function contracts(file = '../../../docs/asyncapi.yaml'): Map<string, FrameContract> {
  const found = new Map<string, FrameContract>()
  const text = readFileSync(file, 'utf8')
  for (const part of text.slice(text.indexOf('\ncomponents:')).split(/^ {4}(?=(?:client|server)\.)/m).slice(1)) {
    const name = /^[\w.]+/.exec(part)![0]
    const required = /required: \[([^\]]*)\]/.exec(part)?.[1]?.split(/,\s*/) ?? []
    const properties = [...part.matchAll(/^ {10}(\w+):/gm)].map((match) => match[1]!)
    found.set(name, { required, properties })
  }
  return found
}
