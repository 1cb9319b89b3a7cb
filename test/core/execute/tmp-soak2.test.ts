import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Step } from '../../../src/core/command/step.ts'
import type { Blueprint } from '../../../src/core/document/blueprint.ts'
import { commit } from '../../../src/core/document/change.ts'
import { DocumentIndex } from '../../../src/core/document/document-index.ts'
import { Transaction } from '../../../src/core/document/transaction.ts'
import { Execution } from '../../../src/core/execute/executor.ts'
import { everything, find, newOverlaps, siblingIds } from '../../support/sound-change.ts'
import { randomCommand } from './random-document.ts'
function mayOverlap(step: Step): boolean {
  return step.kind === 'shift' || step.kind === 'place-at' || step.kind === 'align' || step.kind === 'wrap'
}
it('soak', () => {
  const stats: Record<string, number> = {}
  const best = new Map<
    string,
    { size: number; step: Step; out: string[]; present: Blueprint; after: Blueprint }
  >()
  const brief = (d: Blueprint): string =>
    everything(d)
      .map(
        ({ component: c, parent }) =>
          `${parent?.id ?? ''}/${c.id}[${c.bbox?.join(' ')}]${c.visual?.hidden ? 'H' : ''}`,
      )
      .join('  ')
  fc.assert(
    fc.property(randomCommand, ({ document, steps }) => {
      let present: Blueprint = document
      const index = new DocumentIndex(document)
      for (const step of steps) {
        const transaction = new Transaction(index)
        const r = new Execution(transaction).run(step, 0)
        const key = step.kind + (r.ok ? '' : ' ' + r.error[0]!.code)
        stats[key] = (stats[key] ?? 0) + 1
        const { after } = commit(transaction)
        if (!mayOverlap(step)) expect(newOverlaps(present, after)).toEqual([])
        if (process.env['EXTRA'] && r.ok && !mayOverlap(step) && step.kind !== 'swap') {
          const inside = (d: Blueprint): Map<string, boolean> =>
            new Map(
              everything(d)
                .filter(({ component, parent }) => component.bbox && parent?.bbox)
                .map(({ component: c, parent: q }) => {
                  const [a, b] = [c.bbox!, q!.bbox!]
                  return [
                    c.id + ' in ' + q!.id,
                    a[0] >= b[0] - 0.6 &&
                      a[1] >= b[1] - 0.6 &&
                      a[0] + a[2] <= b[0] + b[2] + 0.6 &&
                      a[1] + a[3] <= b[1] + b[3] + 0.6,
                  ]
                }),
            )
          const was = inside(present),
            now = inside(after)
          const out = [...now]
            .filter(([k, v]) => !v && was.get(k) === true && !k.includes('_copy'))
            .map(([k]) => k)
          if (process.env['EXTRA'] === 'in' && out.length > 0) {
            const k = 'OUT ' + step.kind + ('place' in step ? ' ' + (step.place?.kind ?? '') : '')
            stats[k] = (stats[k] ?? 0) + 1
            const size = JSON.stringify(present).length
            if (size < (best.get(k)?.size ?? 1e9)) best.set(k, { size, step, out, present, after })
          }
          if (
            step.kind === 'move' &&
            (step.place.kind === 'after' || step.place.kind === 'before') &&
            step.targets.length === 1 &&
            process.env['EXTRA'] === 'order'
          ) {
            const [x, y] = [find(after, step.targets[0] as string), find(after, step.place.anchor as string)]
            const ids = siblingIds(after, x.id)
            expect(ids.indexOf(x.id) - ids.indexOf(y.id)).toBe(step.place.kind === 'after' ? 1 : -1)
            if (x.bbox && y.bbox) {
              const [p, q] = step.place.kind === 'after' ? [y.bbox, x.bbox] : [x.bbox, y.bbox]
              expect(q[1] >= p[1] + p[3] - 0.6 || q[0] >= p[0] + p[2] - 0.6).toBe(true)
            }
          }
        }
        present = after
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1000), seed: Number(process.env['SEED'] ?? 1) },
  )
  console.log(Object.fromEntries(Object.entries(stats).filter(([k]) => k.startsWith('OUT'))))
  for (const [k, b] of best)
    console.log(k, JSON.stringify(b.step), b.out.join(', '), '\n', brief(b.present), '\n', brief(b.after))
})
