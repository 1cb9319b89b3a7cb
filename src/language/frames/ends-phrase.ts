import type { Chart } from './chart.ts'

/** Behind what may end a clause. */
export function endsPhrase(chart: Chart, at: number): boolean {
  const lexeme = chart.lexemes[at]
  return (
    lexeme === undefined ||
    lexeme.token.kind === 'separator' ||
    lexeme.senses.filler === true ||
    lexeme.senses.grammar === 'and'
  )
}
