import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { aspectOf } from './color-aspect.ts'
import { readColor } from './read-color.ts'

/** "red", "red background", "dark green text". */
export function readColored(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const tokenName = c.senses.token
    if (tokenName === 'primaryColor' || tokenName === 'accentColor') {
      c.at++
      return [{ kind: 'theme-color', aspect: null, token: tokenName }]
    }
    if (c.takeWord('transparent') && c.senses.property === 'background') {
      c.at++
      return [{ kind: 'color', aspect: 'background', hex: '#00000000' }]
    }
    const hex = readColor(c)
    if (hex === null) return null
    if (c.takeWord('in color', 'in colour', 'color', 'colour', 'colored', 'coloured'))
      return [{ kind: 'color', aspect: null, hex }]
    const aspect = aspectOf(c.senses.property)
    if (aspect === undefined) return [{ kind: 'color', aspect: null, hex }]
    c.at++
    if (c.senses.property === 'color') c.at++
    return aspect === 'border'
      ? [{ kind: 'border-present' }, { kind: 'color', aspect, hex }]
      : [{ kind: 'color', aspect, hex }]
  })
}
