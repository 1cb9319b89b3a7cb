/** A declaration of a style attribute; offsets in its value. */
export interface Declaration {
  readonly property: string
  readonly value: string
  readonly isImportant: boolean
  readonly start: number
  readonly end: number
  readonly valueStart: number
  readonly valueEnd: number
}

/** The declarations of a style attribute, with their places. Linear; quotes and brackets are respected. */
export function declarationsIn(style: string): Declaration[] {
  const found: Declaration[] = []
  let start = 0
  let depth = 0
  let quote = ''
  for (let i = 0; i <= style.length; i++) {
    const char = style[i] ?? ';'
    if (quote !== '') {
      if (char === quote) quote = ''
      else if (i < style.length) continue
    } else if (char === '"' || char === "'") quote = char
    else if (char === '(') depth++
    else if (char === ')') depth--
    if (char !== ';' || (depth > 0 && i < style.length) || (quote !== '' && i < style.length)) continue
    const read = readDeclaration(style, start, i)
    if (read !== null) found.push(read)
    start = i + 1
  }
  return found
}

function readDeclaration(style: string, start: number, end: number): Declaration | null {
  const colon = style.indexOf(':', start)
  if (colon < 0 || colon >= end) return null
  let valueStart = colon + 1
  while (valueStart < end && /\s/.test(style[valueStart]!)) valueStart++
  let valueEnd = end
  while (valueEnd > valueStart && /\s/.test(style[valueEnd - 1]!)) valueEnd--
  const raw = style.slice(valueStart, valueEnd)
  const mark = /\s{0,8}!\s{0,8}important$/i.exec(raw)
  const value = mark === null ? raw : raw.slice(0, mark.index)
  return {
    property: style.slice(start, colon).trim().toLowerCase(),
    value,
    isImportant: mark !== null,
    start,
    end,
    valueStart,
    valueEnd: valueStart + value.length,
  }
}

/** The declaration that counts for a property: an important one, else the last. */
export function winning(list: readonly Declaration[], property: string): Declaration | undefined {
  const own = list.filter((one) => one.property === property)
  return own.findLast(({ isImportant }) => isImportant) ?? own.at(-1)
}

/** Parts of a value, cut at blanks outside brackets. */
function partsOf(value: string): string[] {
  return value.match(/(?:[^\s()]|\([^()]{0,500}\)){1,2000}/g) ?? []
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** What a list of declarations says of a property, shorthands looked into. */
export function valueIn(
  list: readonly Declaration[],
  property: string,
  isColor: (text: string) => boolean,
): string | undefined {
  const plain = winning(list, property)
  const shorthand = shorthandOf(property)
  const short = shorthand === undefined ? undefined : winning(list, shorthand)
  if (short === undefined) return plain?.value
  if (plain !== undefined && plain.start > short.start) return plain.value
  const inside = insideShorthand(property, short.value, isColor)
  return inside ?? plain?.value
}

function shorthandOf(property: string): string | undefined {
  if (property === 'background-color') return 'background'
  if (property === 'text-decoration-line') return 'text-decoration'
  if (/^border-(?:width|style|color)$/.test(property)) return 'border'
  return /^(padding|margin)-(?:top|right|bottom|left)$/.exec(property)?.[1]
}

function insideShorthand(
  property: string,
  value: string,
  isColor: (text: string) => boolean,
): string | undefined {
  const parts = partsOf(value)
  if (property === 'background-color' || property === 'border-color') return parts.find(isColor)
  if (property === 'border-width') return parts.find((part) => /^\d/.test(part))
  if (property === 'border-style')
    return parts.find((part) => /^(?:solid|dashed|dotted|double|none|groove|ridge|inset|outset)$/.test(part))
  const side = SIDES.findIndex((name) => property.endsWith(`-${name}`))
  if (side < 0) return undefined
  return [parts[0], parts[1] ?? parts[0], parts[2] ?? parts[0], parts[3] ?? parts[1] ?? parts[0]][side]
}

/** The style with a property set: in place where it is, in its shorthand where that holds it plainly, else at the end. */
export function withDeclaration(
  style: string,
  property: string,
  value: string | null,
  isColor: (text: string) => boolean,
): string {
  const list = declarationsIn(style)
  const plain = winning(list, property)
  if (value === null) return plain === undefined ? style : removed(style, plain)
  if (plain !== undefined) return style.slice(0, plain.valueStart) + value + style.slice(plain.valueEnd)
  const short = winning(list, shorthandOf(property) ?? '')
  if (short !== undefined) {
    const part = insideShorthand(property, short.value, isColor)
    const isPlain = property.endsWith('color') && part !== undefined && !/gradient/i.test(short.value)
    if (isPlain) {
      const at = short.valueStart + short.value.indexOf(part)
      return style.slice(0, at) + value + style.slice(at + part.length)
    }
  }
  const end = style.trimEnd()
  const joint = end === '' ? '' : end.endsWith(';') ? (/;\s/.test(style) || list.length < 2 ? ' ' : '') : '; '
  return `${end}${joint}${property}: ${value}${end.endsWith(';') ? ';' : ''}`
}

function removed(style: string, { start, end }: Declaration): string {
  const rest =
    style.slice(0, start) +
    style.slice(Math.min(style.length, end + 1)).replace(/^\s{1,100}/, start === 0 ? '' : ' ')
  return rest.trim() === '' ? '' : rest.trimEnd()
}
