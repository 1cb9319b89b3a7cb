import type { Reference } from '../../decompose/reference.ts'
import { endsPhrase } from './ends-phrase.ts'
import type { Built, Fills, Role } from './frame.ts'

/** "make badges bold all of them", "hide the cards, all three": how many, behind all that was said of them. */
export const quantity: Role = {
  name: 'quantity',
  marks: ({ token, word }) => token.kind === 'separator' && word === ',',
  bare: true,
  after: ['target'],
  read(chart, at) {
    const { word, senses } = chart.lexemes[at]!
    if (!endsPhrase(chart, at + 1)) return []
    const said = MANY.has(word) ? (senses.quantity ?? (word.startsWith('both') ? 'both' : 'all')) : undefined
    return said === undefined ? [] : [{ value: said, end: at + 1, cost: 0 }]
  },
}

const MANY: ReadonlySet<string> = new Set([
  'all',
  'both',
  'each',
  'all of them',
  'each of them',
  'them all',
  'they all',
  'both of them',
  'all of these',
  'all of those',
  'all these',
  'all those',
])

/** So many as were said last; null where only one is meant. */
export function withQuantity(built: Built, said: NonNullable<Fills['quantity']>): Built | null {
  const { wish } = built
  if (!('target' in wish) || !isSeveral(wish.target)) return null
  const target: Reference =
    wish.target.parts.length > 0 ? wish.target : { ...wish.target, quantity: said, plural: true }
  return { ...built, wish: { ...wish, target } }
}

function isSeveral({ plural, parts, quantity: said, generic }: Reference): boolean {
  return plural || parts.length > 0 || said !== null || generic
}
