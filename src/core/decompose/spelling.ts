import type { Issue } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { stem } from '../document/words.ts'
import { isKnown, longestPhrase, vocabularyWords } from './lexicon/lexicon.ts'
import { editDistance } from './edit-distance.ts'
import { tokenize } from './tokenize.ts'

export interface Corrected {
  readonly text: string
  readonly corrections: readonly { readonly from: string; readonly to: string }[]
  readonly issues: readonly Issue[]
}

/**
 * The command with its unknown words replaced by the nearest word of the vocabulary or the document; null where no word
 * has a clear neighbour. Quoted text, numbers and ids are left alone.
 */
export function correctSpelling(text: string, index: DocumentIndex): Corrected | null {
  const corrections: { from: string; to: string }[] = []
  const issues: Issue[] = []
  let result = ''
  let from = 0
  for (const token of tokenize(text)) {
    if (token.kind !== 'word' || token.word.length < 3 || isKnownWord(token.word, index)) continue
    const to = nearest(token.word, index)
    if (to === null) continue
    result += text.slice(from, token.start) + to
    from = token.end
    corrections.push({ from: token.word, to })
    issues.push({ code: 'corrected', severity: 'note', stage: 'decompose', message: `"${text.slice(token.start, token.end)}" was read as "${to}"`, span: { start: token.start, end: token.end } })
  }
  return corrections.length === 0 ? null : { text: result + text.slice(from), corrections, issues }
}

function isKnownWord(word: string, index: DocumentIndex): boolean {
  return isKnown(word) || longestPhrase(word) > 0 || vocabularyWords().has(word) || index.hasWord(word) || /\d|_/.test(word)
}

/** Edits that a word of this length may have and still be read. */
function allowance(length: number): number {
  return length <= 4 ? 1 : length <= 7 ? 1.5 : 2.5
}

function nearest(word: string, index: DocumentIndex): string | null {
  let best: string | null = null
  let least = allowance(word.length) + 0.01
  let tied = false
  const consider = (candidate: string, isFromDocument: boolean): void => {
    if (candidate.length < 3 || Math.abs(candidate.length - word.length) > 2) return
    const distance = editDistance(word, candidate, least) - (isFromDocument ? 0.1 : 0)
    if (distance < least - 1e-9) {
      best = candidate
      least = distance
      tied = false
    } else if (distance === least && candidate !== best) tied = true
  }
  for (const candidate of index.vocabulary()) {
    consider(candidate, true)
    if (stem(word) !== word) consider(`${candidate}s`, true)
  }
  for (const candidate of vocabularyWords()) consider(candidate, false)
  return tied && least > 1 ? null : best
}
