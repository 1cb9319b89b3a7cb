import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { beginsClause } from './begins-clause.ts'

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|data:image\/|\/)\S{1,2000}$/i

/** Whether a text is the address of a page or an image. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** Content whose field the target's type decides. */
export type ContentEffect = Extract<Effect, { kind: 'content' }>

/** Takes what was found; the caller may prefer another reading and leave it. */
type ContentReader = (cursor: Cursor) => [ContentEffect]

/** `... say "Hello"`, `... should say Hello`: new content after a verb of saying. */
export function readSaid(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('say') && !c.take('says')) return null
    const reader = readContent(c)
    return reader === null ? null : reader(c)
  })
}

/** New content: a quoted text, an address, or the rest of the clause letter for letter. */
export function readContent(cursor: Cursor): ContentReader | null {
  const { token } = cursor.peek()
  if (token.kind === 'quoted' || token.kind === 'url') {
    return (c) => {
      c.at++
      return [
        {
          kind: 'content',
          value: token.word,
          isUrl: token.kind === 'url' || isAddress(token.word),
          quoted: token.kind === 'quoted',
        },
      ]
    }
  }
  const end = endOfText(cursor)
  if (end === cursor.at) return null
  const start = cursor.peek().start
  const value = cursor.text.slice(start, cursor.lexemes[end - 1]!.end)
  return (c) => {
    c.at = end
    return [{ kind: 'content', value, isUrl: false, quoted: false }]
  }
}

/** "... and they should be red" */
function beginsWish(cursor: Cursor): boolean {
  const { pronoun } = cursor.senses
  const next = cursor.peek(1).senses.grammar
  return (pronoun === 'it' || pronoun === 'them') && (next === 'should' || next === 'have')
}

const POLITE: ReadonlySet<string> = new Set([
  'please',
  'pls',
  'thanks',
  'thank you',
  'thx',
  'ty',
  'if you can',
  'if possible',
  'for me',
  'instead',
  'too',
])

/** Unquoted text runs to the end of the clause: a full stop, a line break, or a connector with a verb behind it. */
function endOfText(cursor: Cursor): number {
  let at = cursor.at
  while (at < cursor.lexemes.length) {
    const lexeme = cursor.lexemes[at]!
    if (isBoundary(lexeme)) {
      const { token, senses } = lexeme
      if (token.kind === 'separator' && lexeme.word !== ',' && lexeme.word !== ':') break
      if (senses.grammar === 'then') break
      let next = at + 1
      while (next < cursor.lexemes.length && isBoundary(cursor.lexemes[next]!)) next++
      const mark = cursor.at
      cursor.at = next
      const verb = cursor.atEnd || beginsClause(cursor) || beginsWish(cursor)
      cursor.at = mark
      if (verb) break
    } else if (
      POLITE.has(lexeme.word) &&
      at > cursor.at &&
      (at === cursor.lexemes.length - 1 || isBoundary(cursor.lexemes[at + 1]!))
    )
      break
    at++
  }
  return at
}
