import fc from 'fast-check'
import { createEngine } from '../../../src/index.ts'
import type { Blueprint } from '../../../src/index.ts'
import { readCommand } from '../../../src/decompose/read-command.ts'
import { byteChanges, changedText } from '../byte-changes.ts'
import { anyCase, caseAt } from '../samples.ts'
import { promise, target } from '../target.ts'

const SHORT = 1200
/** Times as long; quadratic work takes 64 times as long. */
const TIMES = 8
/** Linear work takes eight times as long, and noise, the garbage collector and caches another fraction of that. */
const ALLOWED = TIMES * 3
/** Below it the clock says little. */
const LEAST_MS = 8
const TRIES = 4

function longer(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / Math.max(1, unit.length))).slice(0, length)
}

/** The least of some runs: whatever else the machine does only makes a run slower. */
function leastMs(runs: number, run: () => void): number {
  let least = Infinity
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    run()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/** True if it took too long in every try. */
function isSlow(runWith: (length: number) => void): boolean {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const long = leastMs(1 + attempt, () => runWith(SHORT * TIMES))
    if (long < LEAST_MS) return false
    if (long <= ALLOWED * leastMs(2 + attempt, () => runWith(SHORT))) return false
  }
  return true
}

function listOf(count: number, text: string, isNested: boolean): Blueprint {
  const part = (i: number): Blueprint['components'][number] => ({ id: `c${i}`, type: 'text', text })
  const components = Array.from({ length: count }, (_, i) => part(i))
  return { components: isNested ? [{ id: 'all', type: 'container', children: components }] : components }
}

export const lengths = target(
  'lengths',
  'eight times as long: commands that repeat changed pieces, documents of many such texts',
  fc.record({
    from: anyCase,
    changes: byteChanges,
    cut: fc.integer({ min: 1, max: 60 }),
    glue: fc.constantFrom('', ' ', ' and ', ', ', '. ', '"', ' of ', '\n'),
    isNested: fc.boolean(),
  }),
  ({ from, changes, cut, glue, isNested }) => {
    const piece = changedText(caseAt(from).command, changes, '').slice(0, cut) + glue
    promise(
      `reading ${JSON.stringify(piece)} again and again takes linear time`,
      !isSlow((length) => void readCommand(longer(piece, length), 200)),
    )
    promise(
      `a document full of ${JSON.stringify(piece)} is looked through in linear time`,
      !isSlow((length) => {
        const answer = createEngine().run(listOf(length / 4, piece, isNested), 'make the first text red')
        promise(
          'no internal failure',
          answer.issues.every(({ code }) => code !== 'internal'),
        )
      }),
    )
    return 'linear'
  },
  4,
)
