import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { changeEffects } from './changes.ts'
import { OPPOSITES } from './opposites.ts'

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
