import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { changeEffects } from './changes.ts'
import { measureEffects } from './measure-effects.ts'
import { OPPOSITES } from './opposites.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import { readAmount } from './read-amount.ts'

/** "not so dark", "not that big": the other way. */
export function readNotSo(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('not') || !c.takeWord('so', 'that', 'as')) return null
    while (c.senses.degree === 'much' || c.senses.degree === 'very') c.at++
    const { change, shade } = c.senses
    const said = change ?? (shade === undefined ? undefined : shade === 'dark' ? 'darker' : 'lighter')
    if (said === undefined) return null
    c.at++
    return changeEffects(OPPOSITES[said], null, null)
  })
}

/** "no more 52 high but 56px": what it was says nothing but which side is meant. */
export function readNoMore(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('not') && !(c.take('no') && c.takeWord('more', 'longer'))) return null
    if (readAmount(c) === null) return null
    const side = POSITIVE_ADJECTIVES[c.peek().word]
    if (side !== undefined) c.at++
    if (!c.takeWord('but')) return null
    const amount = readAmount(c)
    return amount === null ? null : measureEffects(c, side ?? 'size', amount)
  })
}
