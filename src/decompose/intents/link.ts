import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { isAddress } from '../read/read-content.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

const VERBS = ['link', 'hyperlink', 'point', 'connect'] as const

const LEADS = [
  'link',
  'links',
  'lead',
  'leads',
  'point',
  'points',
  'go',
  'goes',
  'open',
  'opens',
  'navigate',
] as const

/** "link the logo to /home", "the logo should lead to /home". */
export const link: Family = {
  name: 'link',
  about: 'Says where a component leads.',
  on: 'shop',
  examples: ['link the logo to https://shop.example/', 'the logo should open /start'],
  read(cursor) {
    if (!cursor.hasAhead(({ token }) => token.kind === 'url' || token.kind === 'quoted')) return null
    if (cursor.takeWord(...VERBS)) return readLinked(cursor)
    if (cursor.senses.verb === 'make') cursor.at++
    const target = readReference(cursor, PLAIN)
    if (target === null || target.indefinite) return null
    // "should go" is one word of the vocabulary.
    const goes = cursor.take('should') && cursor.peek(-1).word.endsWith(' go')
    if (!goes && !cursor.takeWord(...LEADS)) return null
    cursor.take('to')
    return readAddress(cursor, (address) =>
      styleWish(target, [{ kind: 'set', property: 'href', value: address }]),
    )
  },
}

function readLinked(cursor: Cursor): Wish | null {
  const target = readReference(cursor, PLAIN)
  if (target === null || target.indefinite || (!cursor.take('to') && !cursor.takeWord('at', 'with')))
    return null
  return readAddress(cursor, (address) =>
    styleWish(target, [{ kind: 'set', property: 'href', value: address }]),
  )
}

function readAddress(cursor: Cursor, wish: (address: string) => Wish): Wish | null {
  const { token } = cursor.peek()
  if (token.kind !== 'url' && !(token.kind === 'quoted' && isAddress(token.word))) return null
  cursor.at++
  return wish(token.word)
}
