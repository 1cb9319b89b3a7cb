import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Step } from '../../src/index.ts'
import { once } from '../../src/base/once.ts'
import { anyBlueprint } from '../document/arbitrary-blueprint.ts'
import { commands, say } from '../support/commands.ts'
import { ownCorpus } from '../support/corpus-case.ts'
import { documents } from '../support/documents.ts'

/** A command of the corpus with its document. */
export interface Case {
  readonly command: string
  readonly document: Blueprint
}

/** Read on first access; from the package's folder, which the scripts and the tests run in. */
const corpus = once((): readonly Case[] =>
  ownCorpus(pathToFileURL('test/corpus/')).flatMap(({ cases, document }) =>
    cases.map((kase) => ({ command: kase.command, document: document(kase) })),
  ),
)

/** A case by any number. */
export function caseAt(i: number): Case {
  const cases = corpus()
  return cases[i % cases.length]!
}

export const anyCase: fc.Arbitrary<number> = fc.nat(9999)

export const sentences: fc.Arbitrary<{ readonly document: Blueprint; readonly command: string }> = fc
  .tuple(documents, commands)
  .map(([document, draft]) => ({ document, command: say(draft, document) }))

export const anyDocument: fc.Arbitrary<Blueprint> = fc.oneof(
  { weight: 1, arbitrary: documents },
  { weight: 1, arbitrary: anyBlueprint },
  { weight: 1, arbitrary: anyCase.map((i) => caseAt(i).document) },
)

const planner = createEngine()

/** What a sentence becomes, as a program would send it. */
export function stepsOf(document: Blueprint, command: string): Step[] {
  return planner.run(document, command).steps.flatMap(({ parameters }) => [...parameters])
}

/** Commands that are said of any document. */
export const SAID: readonly string[] = [
  'make everything bold',
  'delete the first text',
  'move the last button to the top',
  'make all cards 20px taller',
  'set the primary color to red',
  'duplicate the first card',
  'swap the first two buttons',
  'add a button "Go"',
]
