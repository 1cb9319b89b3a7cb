import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'

const engine = createEngine({ rules: { contrast: 'off', 'target-size': 'off' } })

/** What a command does, as short words for each of its steps, or the code of its refusal: "set intro textColor=#FF0000". */
export function did(document: Blueprint, command: string): string {
  const { status, steps, issues } = engine.run(document, command)
  if (status === 'clarify') return 'clarify'
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return steps
    .flatMap(({ parameters }) => parameters)
    .map((parameter) => short(parameter))
    .join('; ')
}

function short(parameter: object): string {
  const { kind, targets, property, value, ...rest } = parameter as Record<string, unknown>
  const words = [String(kind), ...(Array.isArray(targets) ? targets.map(inWords) : [])]
  if (property !== undefined)
    words.push(value === undefined ? inWords(property) : `${inWords(property)}=${inWords(value)}`)
  for (const [key, held] of Object.entries(rest)) words.push(`${key}=${inWords(held)}`)
  return words.join(' ')
}

function inWords(held: unknown): string {
  return typeof held === 'object' && held !== null ? Object.values(held).map(inWords).join(' ') : String(held)
}
