import type { DocumentIndex } from '../document/document-index.ts'
import type { Lexeme } from './lexeme.ts'
import type { VerbName } from './lexicon/senses.ts'
import { mainThings, nameOf } from './name-things.ts'

const LOOKS = ['bigger', 'red', 'bold'] as const
const VALUES = ['to 24px', 'to navy', 'to bold', 'to 50%'] as const
const TEXT = 'to "Hello"'
const PLACES = ['to the top', 'down'] as const
const PARTS = ['a shadow', 'a red border'] as const

/** How a command with this verb may go on; a thing of the document may follow every verb. */
const ENDINGS: Readonly<Partial<Record<VerbName, readonly string[]>>> = {
  make: LOOKS,
  give: PARTS,
  increase: ['by 20%'],
  decrease: ['by 20%'],
  move: PLACES,
  put: PLACES,
  align: ['to the right', 'left'],
  add: ['a button', 'a text "Hello"', ...PARTS],
  wrap: ['in a container'],
  rename: [TEXT],
  replace: ['with "Hello"'],
  write: ['"Hello"'],
}

/** What may follow an article. */
const NOUNS = ['button', 'text', 'badge'] as const

const MAX_THINGS = 2

/** Ways in which a command that breaks off after these words may go on, the likeliest first. */
export function endingsAfter(lexemes: readonly Lexeme[], index: DocumentIndex): string[] {
  const last = lexemes.at(-1)
  if (last?.senses.grammar === 'a') return lexemes[0]?.senses.verb === 'add' ? [...NOUNS] : []
  const things = mainThings(index, MAX_THINGS).map((node) => nameOf(node, index))
  if (last?.senses.grammar === 'the') return things.map((thing) => thing.replace(/^(?:the |#)/, ''))
  const verb = lexemes[0]?.senses.verb
  const own = verb === undefined ? LOOKS : verb === 'set' ? valuesFor(lexemes) : (ENDINGS[verb] ?? [])
  const endings = [...own, ...things, ...things.map((thing) => `and ${thing}`)]
  // "set the width to": the "to" is said.
  if (last?.senses.grammar === 'to') return endings.map((ending) => ending.replace(/^to /, ''))
  return endings
}

/** "change the title text": a text before anything else. */
function valuesFor(lexemes: readonly Lexeme[]): string[] {
  return lexemes.some(({ senses }) => senses.property === 'text') ? [TEXT, ...VALUES] : [...VALUES, TEXT]
}
