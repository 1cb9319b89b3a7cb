import { readNot } from '../../decompose/read/read-effect.ts'
import type { Chart } from './chart.ts'

/** Whether a style behind "not" stands here, which is then no former value. */
export function isNotLook(chart: Chart, at: number): boolean {
  return isNot(chart, at - 1) && chart.read(at, readNot) !== null
}

/** "not", "and not", "but not". */
export function isNot(chart: Chart, at: number): boolean {
  return /(?:^| )not$/.test(chart.lexemes[at]?.word ?? '')
}

/** An "if" that opens a wish stands before it. */
export function isSupposed(chart: Chart, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const { word, token } = chart.lexemes[before]!
    if (word === 'if' || word.endsWith(' if')) return true
    if (token.kind === 'separator' && word !== ',') return false
  }
  return false
}
