import fc from 'fast-check'
import { createEngine } from '../../../src/index.ts'
import type { Blueprint } from '../../../src/index.ts'
import { byteChanges, changedText } from '../byte-changes.ts'
import { changedObject, objectChanges } from '../object-changes.ts'
import { checkRun } from '../promises.ts'
import { anyCase, caseAt, sentences } from '../samples.ts'
import { promise, target } from '../target.ts'

const engine = createEngine()

export const structuredSentences = target(
  'sentences',
  'commands put together of references and wishes, on random documents',
  sentences,
  ({ document, command }) => checkRun(engine, document, command),
)

export const corpusBytes = target(
  'bytes of commands',
  'commands of the corpus with bytes flipped, cut, repeated and spliced',
  fc.record({ from: anyCase, changes: byteChanges, other: anyCase }),
  ({ from, changes, other }) => {
    const { command, document } = caseAt(from)
    return checkRun(engine, document, changedText(command, changes, caseAt(other).command))
  },
)

export const unknownCommands = target(
  'what is no command',
  'values of any type where a command should be, asked of all that takes one',
  fc.record({ from: anyCase, changes: objectChanges }),
  ({ from, changes }) => {
    const { command, document } = caseAt(from)
    // Any value: what the types forbid a program may still send.
    const given = changedObject([command], changes) as string
    for (const hostile of [given, firstOf(given)]) {
      const { status, issues } = engine.run(document, hostile)
      promise(
        'no internal failure',
        issues.every(({ code }) => code !== 'internal'),
      )
      promise('it has a status', ['applied', 'answered', 'clarify', 'rejected'].includes(status))
      engine.plan(document, hostile)
      engine.find(document, hostile)
      engine.batch(document, hostile as unknown as readonly string[])
      engine.batchAll([{ blueprint: hostile as unknown as Blueprint, commands: [hostile] }])
    }
    return 'asked'
  },
)

function firstOf(given: unknown): string {
  try {
    return (given as readonly string[])[0]!
  } catch {
    return ''
  }
}
