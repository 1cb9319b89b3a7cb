/** A word of a command with its place; words in quotes, ids and addresses are left out. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const LITERAL =
  /"[^"]*"|“[^”]*”|‘[^’]*’|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}])|`[^`]*`|«[^»]*»|#\S+|(?:https?:\/|mailto:|tel:|www\.|\/)\S+/gu
const WORD = /[\p{L}]+(?:['’][\p{L}]+)?/gu

/** The plain words of a command. */
export function wordsOf(command: string): Word[] {
  const covered = command.replaceAll(LITERAL, (literal) => '"'.repeat(literal.length))
  return [...covered.matchAll(WORD)]
    .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }))
    .filter(
      ({ start, end }) =>
        !/[\p{L}\p{N}_.@%-]/u.test((covered[start - 1] ?? ' ') + (covered[end] ?? ' ').replace('.', ' ')),
    )
}

export function replaceAt(
  command: string,
  { start, end }: { readonly start: number; readonly end: number },
  by: string,
): string {
  return command.slice(0, start) + by + command.slice(end)
}
