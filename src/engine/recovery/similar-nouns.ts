import type { Span } from '../../command/issue.ts'
import { tokenize } from '../../decompose/tokenize.ts'

/** Nouns that people take for one another, where a screen has one of them and not the other. */
const groups: readonly (readonly string[])[] = [
  ['button', 'link', 'cta', 'tab'],
  ['title', 'heading', 'header', 'subtitle'],
  ['image', 'icon', 'logo', 'avatar'],
  ['card', 'section', 'container', 'list item'],
  ['text', 'label', 'description', 'heading', 'link'],
  ['input', 'textarea', 'select', 'search'],
  ['checkbox', 'switch', 'radio'],
  ['badge', 'label', 'button'],
  ['list', 'table', 'nav', 'form'],
]

const MAX_TEXTS = 12

/** The command with one noun, in the words that fit nothing, in the place of a similar one. O(words). */
export function withSimilarNouns(text: string, within: Span | undefined): string[] {
  const texts: string[] = []
  for (const { kind, word, start, end } of tokenize(text)) {
    if (kind !== 'word' || (within !== undefined && (start < within.start || end > within.end))) continue
    const ending = word.endsWith('s') ? 's' : ''
    const noun = ending === '' ? word : word.slice(0, -1)
    for (const group of groups) {
      if (!group.includes(noun)) continue
      for (const other of group)
        if (other !== noun && texts.length < MAX_TEXTS)
          texts.push(`${text.slice(0, start)}${other}${ending}${text.slice(end)}`)
    }
  }
  return texts
}
