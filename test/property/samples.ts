import fc from 'fast-check'
import type { Answer, Blueprint } from '../../src/index.ts'
import { commands, say } from '../support/commands.ts'
import { documents } from '../support/documents.ts'
import { runs } from '../support/amounts.ts'

export interface Sample {
  readonly document: Blueprint
  readonly command: string
}

const samples: fc.Arbitrary<Sample> = fc
  .tuple(documents, commands)
  .map(([document, draft]) => ({ document, command: say(draft, document) }))

/** Runs are many and cheap: a command costs less than a millisecond. */
const RUNS = { numRuns: runs(1000, 120) }

/** Checks something for random commands on random documents. */
export function forSamples(check: (sample: Sample) => void): void {
  fc.assert(fc.property(samples, check), RUNS)
}

/** A chain is several commands, each run several times. */
const QUICK_CHAINS = 60

/** As {@link forSamples}, with further commands, to be said of the document as it then is. */
export function forChains(
  check: (document: Blueprint, next: readonly ((document: Blueprint) => string)[]) => void,
): void {
  const chain = fc.array(commands, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(documents, chain, (document, drafts) => {
      check(
        document,
        drafts.map((draft) => (present) => say(draft, present)),
      )
    }),
    { numRuns: runs(1000, QUICK_CHAINS) },
  )
}

/** All of an answer but what tells how long it took and whether the words were known. */
export function contentOf(answer: Answer): unknown {
  const { status, json, delta, patches, inverse, steps, changed, issues, confidence } = answer
  return { status, json, delta, patches, inverse, steps, changed, issues, confidence }
}
