import { isPhone } from '../../document/text-shapes.ts'
import { FIGURE_LIST, matchAt, MONEY, PHONE, SIZE, TIME } from '../token-patterns.ts'
import type { Figure, Token } from '../token.ts'

/**
 * What is written in digits and is no number: a price, a time, a phone number, "56x56", "10/15/20". Null where there is
 * none. O(1).
 */
export function readFigure(text: string, i: number): Token | null {
  return (
    figure('price', matchAt(MONEY, text, i), i) ??
    figure('time', matchAt(TIME, text, i), i) ??
    figure('phone', phoneAt(text, i), i) ??
    sizeAt(text, i) ??
    figure('list', matchAt(FIGURE_LIST, text, i), i)
  )
}

/** A bracket opens nothing else that is written in digits. */
export function readBracketed(text: string, i: number): Token | null {
  return figure('phone', phoneAt(text, i), i)
}

function figure(kind: Figure, word: string, start: number): Token | null {
  return word === '' ? null : { kind: 'figure', figure: kind, word, start, end: start + word.length }
}

function phoneAt(text: string, i: number): string {
  const found = matchAt(PHONE, text, i)
  return found !== '' && isPhone(found) ? found : ''
}

function sizeAt(text: string, start: number): Token | null {
  const found = matchAt(SIZE, text, start)
  if (found === '') return null
  const [value, second] = found.split(/[x×]/i).map((side) => Number.parseFloat(side))
  return {
    kind: 'size',
    word: found.toLowerCase(),
    start,
    end: start + found.length,
    value: value!,
    second: second!,
  }
}
