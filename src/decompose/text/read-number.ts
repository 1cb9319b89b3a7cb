import { LETTER, LINE_HEIGHT, matchAt, NUMBER, ORDINAL, TIMES, UNIT } from '../token-patterns.ts'
import type { Token, Unit } from '../token.ts'
import { UNITS } from '../units.ts'

/** Adds the number or ordinal that stands here; gives where it ends, `i` where there is none. */
export function readNumber(text: string, i: number, tokens: Token[]): number {
  const ordinal = matchAt(ORDINAL, text, i)
  if (ordinal !== '') {
    tokens.push({ kind: 'word', word: ordinal.toLowerCase(), start: i, end: i + ordinal.length })
    return i + ordinal.length
  }
  const digits = matchAt(NUMBER, text, i)
  if (digits === '') return i
  let end = i + digits.length
  const unitText = matchAt(UNIT, text, end)
  let unit: Unit | undefined
  if (unitText !== '') {
    unit = UNITS[unitText.trim().toLowerCase()]
    end += unitText.length
  } else if (matchAt(TIMES, text, end) !== '') {
    unit = 'x'
    end += 1
  } else if (LETTER.test(text[end] ?? ' ')) {
    return i
  }
  const lead = unit === undefined || unit === 'px' ? matchAt(LINE_HEIGHT, text, end) : ''
  if (lead !== '') return pushFontSize(tokens, { digits, lead }, i, end)
  const fraction =
    unit === undefined ? /^\s?\/\s?(\d{1,3})(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 8)) : null
  let value = Number(digits)
  if (fraction !== null && Number(fraction[1]) > 0) {
    value /= Number(fraction[1])
    end += fraction[0].length
    unit = 'x'
  }
  const signed = digits.startsWith('+') || digits.startsWith('-')
  tokens.push({
    kind: 'number',
    word: text.slice(i, end).toLowerCase(),
    start: i,
    end,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(signed ? { signed } : {}),
  })
  return end
}

/** "32/1.2", as style sheets write the size of letters and the height of their lines. */
function pushFontSize(
  tokens: Token[],
  { digits, lead }: { readonly digits: string; readonly lead: string },
  start: number,
  slash: number,
): number {
  const end = slash + lead.length
  const before = tokens[tokens.length - 1]?.word
  const named = before === 'size' ? [] : before === 'font' ? ['size'] : ['font', 'size']
  for (const word of named) tokens.push({ kind: 'word', word, start, end: start })
  tokens.push({ kind: 'number', word: digits, start, end: slash, value: Number(digits), unit: 'px' })
  tokens.push({ kind: 'word', word: 'leading', start: slash, end: slash + 1 })
  tokens.push({ kind: 'number', word: lead.slice(1), start: slash + 1, end, value: Number(lead.slice(1)) })
  return end
}
