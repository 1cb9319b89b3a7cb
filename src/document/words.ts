/** At most this many words of one text are indexed; what people say about a component is in its first words. */
const MAX_WORDS = 64

/**
 * The words of a name or text in lower case: `heroTitle_2` gives hero, title, 2; accents are dropped.
 * O(length).
 */
export function splitWords(text: string): string[] {
  const words: string[] = []
  const plain = isPlain(text) ? text : text.normalize('NFKD')
  let word = ''
  let previous = 0
  for (let i = 0; i < plain.length && words.length < MAX_WORDS; i++) {
    const code = plain.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === MARK) continue
    const breaks =
      kind === OTHER || (kind === UPPER && previous === LOWER) || (kind === DIGIT) !== (previous === DIGIT)
    if (breaks && word !== '') {
      words.push(word)
      word = ''
    }
    if (kind !== OTHER) word += kind === UPPER ? plain[i]!.toLowerCase() : plain[i]!
    previous = kind
  }
  if (word !== '' && words.length < MAX_WORDS) words.push(word)
  return words
}

const OTHER = 0
const LOWER = 1
const UPPER = 2
const DIGIT = 3
const MARK = 4

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER
  if (code >= 65 && code <= 90) return UPPER
  if (code >= 48 && code <= 57) return DIGIT
  if (code === 39 || code === 0x2019) return MARK
  if (code < 128) return OTHER
  if (code >= 0x300 && code <= 0x36f) return MARK
  const char = String.fromCharCode(code)
  if (code >= 0xd800 && code <= 0xdfff) return OTHER
  return char.toLowerCase() === char ? (char.toUpperCase() === char && code < 0x400 ? OTHER : LOWER) : UPPER
}

/** Folds a plural to its singular, so that words of commands and documents meet: cards and card, entries and entry. */
export function stem(word: string): string {
  const n = word.length
  if (n < 4 || word.charCodeAt(n - 1) !== 115) return word
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (n > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (
    n > 4 &&
    (word.endsWith('xes') || word.endsWith('ches') || word.endsWith('shes') || word.endsWith('sses'))
  )
    return word.slice(0, -2)
  return word.slice(0, -1)
}
