import { isDeepStrictEqual } from 'node:util'
import type { Answer, Blueprint } from '../../src/index.ts'
import type { Group } from './inputs.ts'

/** What a build is asked. */
export interface Build {
  readonly createEngine: () => { run(document: Blueprint, command: string): Answer }
}

export interface Difference {
  readonly input: string
  readonly command: string
  /** The part of the answer that differs. */
  readonly part: string
  readonly before: unknown
  readonly after: unknown
}

export interface GroupResult {
  readonly name: string
  readonly answers: number
  readonly differences: readonly Difference[]
}

/** Words for people, which may be written better; and times. */
const WORDING = new Set(['message', 'why', 'notes'])

/** Runs both builds on a group, each with an engine of its own for each input. */
export function compareGroup({ name, inputs }: Group, before: Build, after: Build): GroupResult {
  const differences: Difference[] = []
  let answers = 0
  for (const { name: input, document, commands } of inputs) {
    const engines = [before.createEngine(), after.createEngine()] as const
    for (const command of commands) {
      answers += 1
      const [first, second] = engines.map((engine) => outcomeOf(engine, document, command))
      for (const part of Object.keys({ ...first, ...second }))
        if (!isDeepStrictEqual(first![part], second![part]))
          differences.push({ input, command, part, before: first![part], after: second![part] })
    }
  }
  return { name, answers, differences }
}

function outcomeOf(
  engine: ReturnType<Build['createEngine']>,
  document: Blueprint,
  command: string,
): Readonly<Record<string, unknown>> {
  try {
    const { status, json, delta, patches, inverse, steps, changed, issues, confidence } = engine.run(
      document,
      command,
    )
    return withoutWording({ status, json, delta, patches, inverse, steps, changed, issues, confidence })
  } catch (error) {
    // A build that throws differs from one that answers, and not from one that throws as well.
    return { thrown: error instanceof Error ? error.name : String(error) }
  }
}

function withoutWording(parts: object): Readonly<Record<string, unknown>> {
  // Plain data, so what comes back is of the same form; the document's text is a string and stays whole.
  return JSON.parse(
    JSON.stringify(parts, (key, value: unknown) => (WORDING.has(key) ? undefined : value)),
  ) as Readonly<Record<string, unknown>>
}
