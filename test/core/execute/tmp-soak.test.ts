import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runSteps } from '../../support/sound-change.ts'
import { randomCommand } from './random-document.ts'
it('soak', () => {
  fc.assert(
    fc.property(randomCommand, ({ document, steps }) => {
      const first = runSteps(document, steps)
      expect(first.after).toBeDefined()
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1000), seed: Number(process.env['SEED'] ?? 1) },
  )
})
