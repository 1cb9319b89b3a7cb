import fc from 'fast-check'
import { createEngine } from '../../../src/index.ts'
import type { CommandBatchOptions, EngineOptions, RunOptions, SessionOptions } from '../../../src/index.ts'
import { changedObject, isHostile, objectChanges } from '../object-changes.ts'
import { anyCase, caseAt } from '../samples.ts'
import { promise, target } from '../target.ts'

const small = fc.integer({ min: 1, max: 60 })
const level = fc.constantFrom('error', 'warning', 'off')

const engineGiven = fc.record(
  {
    limits: fc.record(
      {
        maxCommandLength: small,
        maxSteps: small,
        maxComponents: small,
        maxDepth: small,
        maxTextLength: small,
      },
      { requiredKeys: [] },
    ),
    rules: fc.record(
      {
        overlap: level,
        contrast: level,
        'contrast-unknown': level,
        'target-size': level,
        'outside-parent': level,
      },
      { requiredKeys: [] },
    ),
    intentCache: fc.nat(3),
    observers: fc.constant([{}]),
  },
  { requiredKeys: [] },
)

const MISUSE = 'refused options'

/** Wrong options are misuse: TypeError or RangeError, and nothing else. */
function made<T>(make: () => T): T | typeof MISUSE {
  try {
    return make()
  } catch (error) {
    promise(
      `wrong options are a TypeError or RangeError, got ${String(error)}`,
      // What the options' own getters throw is their maker's.
      error instanceof TypeError || error instanceof RangeError || isHostile(error),
    )
    return MISUSE
  }
}

export const engineOptions = target(
  'options',
  'options of engines, runs, batches and sessions with other values in some places',
  fc.record({
    engine: engineGiven,
    run: fc.constant({ partial: true }),
    batch: fc.record({ atomic: fc.boolean(), order: fc.constantFrom('given', 'safe') }),
    session: fc.constant({ history: { maxEntries: 3, maxBytes: 5000 } }),
    changes: fc.oneof(fc.constant([]), objectChanges),
    from: anyCase,
  }),
  ({ changes, from, ...given }) => {
    const { document, command } = caseAt(from)
    const hostile = changedObject(given, changes)
    const all = (typeof hostile === 'object' && hostile !== null ? hostile : {}) as typeof given
    const part = <Key extends keyof typeof given>(key: Key): (typeof given)[Key] | undefined => {
      try {
        return all[key]
      } catch {
        return undefined
      }
    }
    const engine = made(() => createEngine(part('engine') as EngineOptions))
    if (engine === MISUSE) return MISUSE
    const answer = made(() => engine.run(document, command, part('run') as RunOptions))
    if (answer !== MISUSE)
      promise(
        'no internal failure',
        answer.issues.every(({ code }) => code !== 'internal'),
      )
    made(() => engine.batch(document, [command, command], part('batch') as CommandBatchOptions))
    const session = made(() => engine.session(document, part('session') as SessionOptions))
    if (session !== MISUSE) {
      for (let i = 0; i < 5; i++) session.run(command)
      while (session.undo());
    }
    return answer === MISUSE ? MISUSE : answer.status
  },
)
