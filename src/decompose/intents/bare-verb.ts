import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { readContent } from '../read/read-content.ts'
import { PLAIN } from '../read/read-options.ts'
import { readSingle } from '../read/read-single.ts'
import { IT } from '../reference.ts'
import type { Before, Family } from './family.ts'
import { contentWish, readAssignment } from './set.ts'
import { styleWish } from './style-wish.ts'

/** "... is not needed, remove", "... is wrong, must be "3 May"": after a remark the verb needs no object. */
export const bareVerb: Family = {
  name: 'bare-verb',
  about: 'A verb alone, for what the clause before remarked on.',
  on: 'shop',
  examples: ['the promo text is not needed, remove', 'the logo is outdated, hide'],
  read(cursor, before: Before | null) {
    if (before?.family !== 'remark') return null
    const { verb, grammar } = cursor.senses
    if (verb === undefined && grammar !== 'should' && grammar !== 'say') return null
    cursor.at++
    cursor.skipFillers()
    switch (verb) {
      case 'delete':
        takeWhence(cursor)
        return { kind: 'delete', target: IT }
      case 'hide':
        return styleWish(IT, [{ kind: 'set', property: 'hidden', value: true }])
      case 'set':
      case 'rename':
        return readAssignment(cursor, { target: IT, property: null, implied: true })
      case 'replace':
        return cursor.take('with') || cursor.take('by') || cursor.take('to') ? readText(cursor) : null
      case undefined:
        return readText(cursor)
      default:
        return null
    }
  },
}

/** "remove from the list" */
function takeWhence(cursor: Cursor): void {
  cursor.attempt((c) => (c.takeWord('from') ? readSingle(c, PLAIN) : null))
}

function readText(cursor: Cursor): Wish | null {
  const reader = readContent(cursor)
  return reader === null ? null : contentWish(IT, reader(cursor))
}
