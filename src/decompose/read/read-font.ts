import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Lexeme } from '../lexeme.ts'
import { readAmount } from './read-amount.ts'
import { readColor } from './read-color.ts'

/** A font as a size, a colour, or a name: "16px", "red", "Georgia". */
export function readFont(cursor: Cursor): Effect[] | null {
  const mark = cursor.at
  const amount = readAmount(cursor)
  const isOld = cursor.senses.grammar === 'to'
  if (
    amount !== null &&
    (amount.unit === 'px' || (amount.unit === null && isLetterSize(amount.value) && !isOld))
  )
    return [{ kind: 'set', property: 'fontSize', value: amount.value }]
  cursor.at = mark
  const color = readColor(cursor)
  if (color !== null) return [{ kind: 'color', aspect: 'text', hex: color }]
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    cursor.at++
    return [{ kind: 'set', property: 'fontFamily', value: token.word }]
  }
  const start = cursor.peek().start
  let end = start
  while (
    !cursor.atBoundary &&
    cursor.peek().token.kind === 'word' &&
    cursor.senses.filler !== true &&
    cursor.senses.grammar === undefined &&
    cursor.senses.relation === undefined &&
    cursor.senses.change === undefined &&
    cursor.senses.style === undefined &&
    cursor.senses.degree === undefined
  ) {
    end = cursor.peek().end
    cursor.at++
  }
  return end === start
    ? null
    : [{ kind: 'set', property: 'fontFamily', value: cursor.text.slice(start, end) }]
}

/** "font 32" can only be how big the letters are; 300 would be a weight. */
function isLetterSize(value: number): boolean {
  return value >= 6 && value < 100
}

/** "in Georgia": fonts that everybody knows by name; as parts of names the words stay what they are. */
export function isFontName({ token, word }: Lexeme): boolean {
  return token.kind === 'word' && token.capital === true && FONTS.has(word)
}

const FONTS: ReadonlySet<string> = new Set([
  'arial',
  'helvetica',
  'georgia',
  'verdana',
  'tahoma',
  'roboto',
  'inter',
  'lato',
  'montserrat',
  'poppins',
  'times',
  'courier',
  'garamond',
  'futura',
  'playfair',
  'merriweather',
  'nunito',
  'raleway',
  'oswald',
  'ubuntu',
])
