import type { ParsedColor } from '../../document/color.ts'
import { lightness, parseColor, scaleLightness } from '../../document/color.ts'
import type { Cursor } from '../cursor.ts'

/** Reads a colour: a name, hex, a CSS function, or a name with "light" or "dark" before it. Null where there is none. */
export function readColor(cursor: Cursor): string | null {
  const { token, senses, word } = cursor.peek()
  if (token.kind === 'color') {
    cursor.at++
    return parseColor(token.word)!.hex
  }
  if (token.kind === 'hash' && /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(token.word)) {
    cursor.at++
    return parseColor(`#${token.word}`)!.hex
  }
  if (token.kind === 'quoted') {
    // "14C" is a seat.
    const isColor = token.word.length <= 40 && !/^[\da-f]{3,4}$/i.test(token.word)
    const parsed = isColor ? parseColor(token.word) : null
    if (parsed !== null) cursor.at++
    return parsed?.hex ?? null
  }
  if (senses.color !== undefined) {
    cursor.at++
    cursor.takeWord('colored', 'coloured', 'ish')
    return senses.color
  }
  const shade =
    senses.shade ??
    (word === 'lighter' || word === 'paler' ? 'light' : word === 'darker' || word === 'deep' ? 'dark' : null)
  const base = cursor.peek(1).senses.color
  if (shade !== null && shade !== undefined && base !== undefined) {
    cursor.at += 2
    if (word === 'bright') return base
    return shaded(parseColor(base)!, shade)
  }
  return null
}

/** A fifth lighter or darker; what would come out white goes half the way: "pale pink" is no white. */
function shaded(base: ParsedColor, shade: 'light' | 'dark'): string {
  if (shade === 'dark') return scaleLightness(base, 0.8).hex
  const light = lightness(base)
  return scaleLightness(base, light * 1.2 > 0.97 ? (1 + light) / 2 / light : 1.2).hex
}
