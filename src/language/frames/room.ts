import type { Effect } from '../../decompose/effect.ts'
import { propertyChange } from '../../decompose/read/changes.ts'
import { readAmount } from '../../decompose/read/read-amount.ts'
import { readDegree } from '../../decompose/read/read-degree.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'
import type { Frame } from './frame.ts'
import { target } from './roles.ts'
import { heads, styleOf } from './style.ts'

/** Words for the room beside something; "padding" is inside it. */
const ROOM: ReadonlySet<string> = new Set(['spacing', 'margin', 'gap'])

/** "more space above the list", "add 16px of room below it": for documents that flow, where boxes give way by themselves. */
export const room: Frame = {
  name: 'room',
  heads: (lexeme) => heads('add', 'give', 'put', 'increase', 'decrease', 'make')(lexeme),
  verbless: true,
  stake: 'look',
  roles: [
    { name: 'looks', marks: null, bare: true, read: readRoom },
    { ...target, marks: null, after: ['looks'] },
  ],
  build(fills, head) {
    const { target: thing, looks } = fills
    if (thing === undefined || looks === undefined) return null
    const effects = head?.senses.verb === 'decrease' ? looks.map(reversed) : looks
    return { wish: styleOf(fills, effects), cost: -4 }
  },
}

function reversed(effect: Effect): Effect {
  return effect.kind === 'adjust' && effect.by !== undefined ? { ...effect, by: -effect.by } : effect
}

function readRoom(chart: Chart, at: number): readonly Read<readonly Effect[]>[] {
  if (!chart.isFlow) return []
  const cursor = chart.cursor(at, 0)
  cursor.take('the')
  const amount = readAmount(cursor)
  if (amount !== null && amount.unit !== 'px' && amount.unit !== null) return []
  const isLess = cursor.senses.degree === 'less'
  const { size } = readDegree(cursor)
  while (/^(?:more|less|some|extra|additional|of)$/.test(cursor.peek().word)) cursor.at++
  if (!ROOM.has(cursor.senses.property ?? '') && cursor.peek().word !== 'room') return []
  cursor.at++
  const { relation } = cursor.senses
  const property = relation === 'above' ? 'marginTop' : relation === 'below' ? 'marginBottom' : null
  if (property === null) return []
  const effects = (propertyChange('margin', !isLess, size, amount) ?? []).map((effect): Effect =>
    effect.kind === 'adjust' ? { ...effect, property } : effect,
  )
  return [{ value: effects, end: cursor.at + 1, cost: 0 }]
}
