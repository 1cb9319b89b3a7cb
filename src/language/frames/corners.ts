import type { Effect } from '../../decompose/effect.ts'
import { readCorner } from '../../decompose/read/read-corner.ts'
import type { Side } from '../../decompose/read/read-side.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'
import type { Fills } from './frame.ts'

type Corner = Read<Fills['wish']>

/** "to the top right corner", "in the lower left of the hero": what a thing is aligned to, and what holds it. */
export function readCorners(chart: Chart, at: number): readonly Corner[] {
  const corner = chart.read(at, readCorner)
  if (corner === null) return readBeside(chart, at)
  const { value: effects, end, cost } = corner
  const { relation } = chart.lexemes[end]?.senses ?? {}
  const isHeld = relation === 'of' || relation === 'inside' || relation === 'on'
  return [
    { end, cost, value: (target) => ({ kind: 'style', target, effects }) },
    ...(isHeld ? heldIn(chart, end + 1, effects, cost) : []),
  ]
}

/** "top right of the hero": the vocabulary has "right of" as one word. */
function readBeside(chart: Chart, at: number): readonly Corner[] {
  let next = at
  while (next < at + 2 && LEADS.has(chart.lexemes[next]?.word ?? '')) next++
  const { side } = chart.lexemes[next]?.senses ?? {}
  const { relation } = chart.lexemes[next + 1]?.senses ?? {}
  if ((side !== 'top' && side !== 'bottom') || (relation !== 'left' && relation !== 'right')) return []
  return heldIn(chart, next + 2, [side, relation].map(aligned), 0)
}

const LEADS: ReadonlySet<string> = new Set(['to', 'at', 'in', 'on', 'into', 'the'])

function aligned(to: Side): Effect {
  return { kind: 'align', to, text: false }
}

/** It is aligned in what holds it, so that is where it must be. */
function heldIn(chart: Chart, at: number, effects: readonly Effect[], cost: number): readonly Corner[] {
  if (at >= chart.length) return []
  return chart
    .singles(at)
    .slice(0, HOLDERS)
    .map((holder) => ({
      end: holder.end,
      cost: cost + holder.cost,
      value: (target) => ({ kind: 'style', target: inside(target, holder.value), effects }),
    }))
}

const HOLDERS = 3

/** A thing that stands in another. */
export function inside(thing: Reference, anchor: Reference): Reference {
  return { ...thing, relations: [...thing.relations, { kind: 'relation', relation: 'inside', anchor }] }
}

/** "to the top right of the header" is a corner of it before it is a place beside it. */
export function cornerCost(chart: Chart, at: number): number {
  const { side } = chart.lexemes[at - 1]?.senses ?? {}
  const { relation } = chart.lexemes[at]!.senses
  const isOne = (side === 'top' || side === 'bottom') && (relation === 'left' || relation === 'right')
  return isOne ? CORNER : 0
}

const CORNER = 4
