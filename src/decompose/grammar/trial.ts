import type { Clause, Wish } from '../clause.ts'
import { Cursor } from '../cursor.ts'
import type { Before, Family } from '../intents/family.ts'
import type { Lexeme } from '../lexeme.ts'
import { lex } from '../lexeme.ts'
import { readCommand } from '../read-command.ts'
import { endsClause } from '../read/ends-clause.ts'
import { tokenize } from '../tokenize.ts'

/** What a family reads of one of its examples, with what was said before. */
export interface Spoken {
  readonly lexemes: readonly Lexeme[]
  readonly before: Before | null
}

/** The clauses of its examples that a family can read. */
export function spokenBy(family: Family): Spoken[] {
  return family.examples.flatMap((example): Spoken[] => {
    const { clauses } = readCommand(example, example.length)
    return clauses.flatMap((clause, i): Spoken[] => {
      if (!canRead(family, clause)) return []
      const last = clauses[i - 1]
      const before = last === undefined ? null : { wish: last.wish, family: last.family }
      return [{ lexemes: lex(tokenize(example.slice(clause.start, clause.end))), before }]
    })
  })
}

function canRead({ name }: Family, clause: Clause): boolean {
  return clause.family === name || clause.alternatives().some((other) => other.family === name)
}

/** What a family makes of words; null where it cannot read them to their end. */
export function tryReading(family: Family, { lexemes, before }: Spoken): Wish | null {
  const cursor = new Cursor('', lexemes, 0, false)
  const wish = family.read(cursor, before)
  return wish !== null && endsClause(cursor) && cursor.atEnd ? wish : null
}
