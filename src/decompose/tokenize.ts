import { readTokens } from './text/read-tokens.ts'
import type { Token } from './token.ts'

/**
 * A command in tokens that are words, numbers and texts alone: signs stand as the words that they are read as, figures as
 * texts. Linear in its length.
 */
export function tokenize(text: string): Token[] {
  const plain: Token[] = []
  let aside = 0
  for (const token of readTokens(text)) {
    const { kind, word, start, end } = token
    if (kind === 'separator') separate(plain, token)
    else if (kind === 'sign') {
      // "Home / About / Contact" lists; "1/2" and "and/or" do not.
      if (word === '/' && text[start - 1] === ' ' && text[end] === ' ') {
        separate(plain, { kind: 'separator', word: ',', start, end })
        continue
      }
      // What stands in brackets is said aside; "linear-gradient(90deg, red, blue)" is one value.
      if ((word === '(' && isBlank(text[start - 1])) || (word === ')' && aside > 0)) {
        aside += word === '(' ? 1 : -1
        separate(plain, { kind: 'separator', word: ',', start, end })
        continue
      }
      const said = SAID[word]
      if (said !== undefined) plain.push({ kind: 'word', word: said, start, end })
    } else if (kind === 'figure') {
      const isWord = token.figure === 'time' && !word.includes(':')
      plain.push(
        isWord
          ? { kind: 'word', word: word.toLowerCase(), start, end }
          : { kind: 'quoted', word, start, end },
      )
    } else if (kind === 'size') pushSides(plain, token)
    else plain.push(token)
  }
  return plain
}

/** Not "to" for an equals sign: "= center" is a value, "to center" a place. */
const SAID: Readonly<Record<string, string>> = { '→': 'to', '=': 'equals', '&': 'and', '+': 'and' }

/** Separators in a row count as one; the strongest of them stays. Dashes are not read, nor a single sign for dots. */
function separate(tokens: Token[], { word: said, start, end }: Token): void {
  if (said === '…' && end === start + 1) return
  const word = said === '…' ? '.' : said === '–' ? ',' : said
  const last = tokens[tokens.length - 1]
  if (last === undefined) return
  if (last.kind !== 'separator') tokens.push({ kind: 'separator', word, start, end: start + 1 })
  else if (last.word === ',' || last.word === ':')
    tokens[tokens.length - 1] = { kind: 'separator', word, start: last.start, end: start + 1 }
}

/** "320x200" as two numbers with an x between. */
function pushSides(tokens: Token[], { word, start }: Token): void {
  const parts = /^(\S+?)(\s?)([x×])(\s?)(\S+)$/.exec(word.replaceAll(/\spx/g, 'px'))
  if (parts === null) return
  const [, first = '', before = '', , after = '', second = ''] = parts
  const cross = start + first.length + before.length
  tokens.push(side(first, start))
  tokens.push({ kind: 'word', word: 'x', start: cross, end: cross + 1 })
  tokens.push(side(second, cross + 1 + after.length))
}

function side(word: string, start: number): Token {
  const number: Token = {
    kind: 'number',
    word,
    start,
    end: start + word.length,
    value: Number.parseFloat(word),
  }
  return word.endsWith('px') ? { ...number, unit: 'px' } : number
}

function isBlank(sign: string | undefined): boolean {
  return sign === undefined || /\s/.test(sign)
}
