import { sensesOf } from './lexicon/lexicon.ts'
import type { Token } from './token.ts'

/** Between a component and its property in what programs write: "hero.style.color". */
const HOLDERS: ReadonlySet<string> = new Set(['visual', 'style', 'styles', 'props', 'attributes'])

/** Keys that are adjectives or verbs in sentences, by the names of the properties. */
const NOUNS: Readonly<Record<string, string>> = { hidden: 'visibility', align: 'alignment' }

/** Tokens, and the words of them that were split. */
export interface SplitTokens {
  readonly tokens: readonly Token[]
  /** An id may have dots of its own: where a document has one of these, the words are to be read as they stand. */
  readonly ids: readonly string[]
}

const NO_IDS: readonly string[] = []

/** The tokens with "#hero.font_size" written as "#hero's font size", where only a property can follow. O(tokens). */
export function withPossessives(text: string, tokens: readonly Token[]): SplitTokens {
  if (!tokens.some(isDotted)) return { tokens, ids: NO_IDS }
  const ids: string[] = []
  const all = tokens.flatMap((token) => {
    const parts = isDotted(token) ? split(text, token) : null
    if (parts === null) return [token]
    ids.push(token.word)
    return parts
  })
  return { tokens: all, ids }
}

function isDotted({ kind, word }: Token): boolean {
  return (kind === 'hash' || kind === 'word') && word.includes('.')
}

function split(text: string, token: Token): Token[] | null {
  const dot = token.word.indexOf('.')
  // Words of the language are in lower case by now; "fontSize" is two words only as it was written.
  const parts = text.slice(token.end - token.word.length + dot + 1, token.end).split('.')
  const names = parts.filter((part, i) => i === parts.length - 1 || !HOLDERS.has(part.toLowerCase()))
  if (names.length !== 1) return null
  const words = wordsOf(Object.hasOwn(NOUNS, names[0]!) ? NOUNS[names[0]!]! : names[0]!)
  if (sensesOf(words.join(' ')).property === undefined) return null
  const head = token.word.slice(0, dot)
  // The sign of a hash stands before its word.
  const headEnd = token.end - (token.word.length - dot)
  return [
    { ...token, word: head, end: headEnd },
    { kind: 'possessive', word: '.', start: headEnd, end: headEnd + 1 },
    ...words.map((word): Token => ({ kind: 'word', word, start: headEnd + 1, end: token.end })),
  ]
}

/** "bg_color" and "fontSize" as words. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/[a-z][A-Z]/g, (pair) => `${pair[0]} ${pair[1]}`)
    .toLowerCase()
    .split(/[_\s-]+/)
}
