import type { Cursor } from '../cursor.ts'
import { readEffects } from '../read/read-effect.ts'
import { PLAIN } from '../read/read-options.ts'
import { readSingle } from '../read/read-single.ts'
import type { Reference, Relation } from '../reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

/** "the title of the first card red, of the second one blue", "the first card's title red, the second's blue". */
export const ofAnother: Family = {
  name: 'of-another',
  about: 'The same part of another thing, with a look of its own.',
  on: 'shop',
  examples: ['make the price of the first card red, of the second card blue and of the third one green'],
  read(cursor, before) {
    if (before?.wish.kind !== 'style') return null
    const { target } = before.wish
    const owner = ownerOf(target)
    if (owner === null) return null
    const said = cursor.attempt(readOwner)
    if (said === null) return null
    cursor.take('to')
    const effects = readEffects(cursor)
    if (effects === null) return null
    const anchor = isBare(said) ? { ...owner, ...counted(said) } : said
    const relations = target.relations.map((relation) =>
      relation === ownerRelation(target) ? { ...relation, anchor } : relation,
    )
    const { start, end, phrase } = said
    return styleWish({ ...target, relations, start, end, phrase }, effects)
  },
}

/** "of the second card", "that of the second one", "the second's", "the second one's". */
function readOwner(cursor: Cursor): Reference | null {
  cursor.attempt((c) => {
    c.take('the')
    return c.takeWord('that', 'those', 'one') ? true : null
  })
  if (cursor.peek().word === 'of') {
    cursor.at++
    return readSingle(cursor, { ...PLAIN, with: false })
  }
  const said = readSingle(cursor, { ...PLAIN, with: false, possessive: false })
  return said !== null && isBare(said) && cursor.peek().token.kind === 'possessive' && ++cursor.at
    ? said
    : null
}

/** "the second", "the last one": which, but not of what. */
function isBare({ types, names, quoted, id, generic, ordinals }: Reference): boolean {
  return (
    types === null && names.length === 0 && quoted === null && id === null && !generic && ordinals.length > 0
  )
}

/** Which of the things is meant now; what else was said of the one before does not hold for it. */
function counted({ ordinals, start, end, phrase, plural }: Reference): Partial<Reference> {
  return {
    ordinals,
    start,
    end,
    phrase,
    plural,
    take: null,
    parity: null,
    superlative: null,
    quantity: null,
    filters: [],
  }
}

type OwnerRelation = Extract<Relation, { kind: 'relation' }>

function ownerRelation({ relations }: Reference): OwnerRelation | null {
  const last = relations[relations.length - 1]
  return last?.kind === 'relation' && last.relation === 'inside' ? last : null
}

function ownerOf(target: Reference): Reference | null {
  return ownerRelation(target)?.anchor ?? null
}
