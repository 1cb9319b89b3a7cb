import type { Cursor } from '../cursor.ts'

/** `"Buy now"`, `that says "Buy now"`, `with the text Buy now`, `called Reviews`. */
export function readText(cursor: Cursor): string | null {
  return cursor.attempt((c) => {
    const says = c.take('says') || c.take('say')
    if (c.peek().token.kind === 'separator' && c.peek().word === ':') c.at++
    const { token } = c.peek()
    if (token.kind === 'quoted') {
      c.at++
      return token.word
    }
    if (!says) return null
    const start = c.peek().start
    let end = start
    while (
      !c.atEnd &&
      !c.atBoundary &&
      c.senses.relation === undefined &&
      c.senses.filler !== true &&
      c.senses.grammar !== 'at' &&
      c.senses.grammar !== 'to'
    ) {
      end = c.peek().end
      c.at++
    }
    return end === start ? null : c.text.slice(start, end)
  })
}
