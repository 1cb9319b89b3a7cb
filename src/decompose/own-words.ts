import type { Vocabulary } from '../command/dialect.ts'
import type { Lexeme } from './lexeme.ts'
import { NO_SENSES, uniform } from './lexicon/senses.ts'
import { sensesOf } from './lexicon/lexicon.ts'
import type { Senses } from './lexicon/senses.ts'
import type { Token } from './token.ts'

/** No name of a property or value has more words. */
const MAX_WORDS = 4

/** The words of a dialect: what they mean there comes before the look that they are otherwise. */
export class OwnWords {
  readonly #phrases = new Map<string, Senses>()
  #longest = 0

  constructor(vocabulary: Vocabulary) {
    for (const { words, key, value } of vocabulary.values)
      if (!isSmallWord(sensesOf(words))) this.#add(words, { own: { key, value } })
    for (const { words, type } of vocabulary.nouns ?? []) this.#addNoun(words, type)
    for (const { words, key, value } of vocabulary.verbs ?? [])
      this.#phrases.set(words, { verb: 'effect', ownVerb: { key, value } })
    // What a value comes from goes by the name of what it gives; the dialect sees that the binding itself was said.
    for (const words of BINDINGS) this.#phrases.set(words, { property: 'text' })
    this.#longest = Math.max(2, this.#longest)
    if (vocabulary.values.length > 0) for (const size of SIZES) this.#addSize(size)
    for (const { words, key } of vocabulary.properties) {
      const known = sensesOf(words)
      // A property that the language has is said in all its ways; the dialect finds its own one for it.
      const isSaid = known.property ?? known.token ?? known.style
      if (isSaid === undefined) this.#add(words, { property: `own:${key}` })
    }
  }

  #addNoun(words: string, type: string): void {
    const types = [[type]]
    this.#phrases.set(words, uniform({ types }))
    this.#phrases.set(`${words}s`, uniform({ types, plural: true }))
    this.#longest = Math.min(MAX_WORDS, Math.max(this.#longest, words.split(' ').length))
  }

  /** "large" says how much of a property there is where one was named, and else what it says in the language. */
  #addSize(word: string): void {
    const known = this.#phrases.get(word)
    if (known === undefined) this.#phrases.set(word, { ...sensesOf(word), ownSize: word })
  }

  #add(words: string, meaning: Senses): void {
    const { style, change, degree, shade, token, color, vague, filler, ...rest } = sensesOf(words)
    void [style, change, degree, shade, token, color, vague, filler]
    const { property, ...names } = rest
    // "outline" is no border here, but "the text of" stays what a thing says, although "text" is a value of something.
    const senses = meaning.own === undefined || CONTENT.has(String(property)) ? rest : names
    const known = this.#phrases.get(words) ?? NO_SENSES
    const both = { ...withoutUndefined(senses), ...withoutUndefined(known), ...meaning }
    this.#phrases.set(words, uniform(both))
    this.#longest = Math.min(MAX_WORDS, Math.max(this.#longest, words.split(' ').length))
  }

  /**
   * The longest phrase of the dialect that begins at a token; null where none does, or the language knows a longer one.
   *
   * @param known how many words the longest phrase of the language has there
   */
  at(
    tokens: readonly Token[],
    at: number,
    known: number,
  ): { readonly lexeme: Lexeme; readonly count: number } | null {
    const first = tokens[at]!
    if (first.kind !== 'word') return null
    for (let count = Math.min(this.#longest, tokens.length - at); count >= known; count--) {
      const parts = tokens.slice(at, at + count)
      if (!parts.every(({ kind }) => kind === 'word')) continue
      const word = parts.map((part) => part.word).join(' ')
      const senses = this.#phrases.get(word)
      if (senses === undefined) continue
      const { start } = first
      const { end } = parts[count - 1]!
      return { lexeme: { token: first, senses, start, end, word }, count }
    }
    return null
  }
}

const BINDINGS: readonly string[] = ['binding', 'data binding', 'bindings', 'expression']

/** Sizes as people say them, whatever the format calls its own. */
const SIZES: readonly string[] = ['small', 'medium', 'large']

/** "above" and "end" say where something is before they are values. */
function isSmallWord({ relation, grammar, direction }: Senses): boolean {
  return relation !== undefined || grammar !== undefined || direction !== undefined
}

/** Properties that go by their names although a value is called so, too. */
const CONTENT: ReadonlySet<string> = new Set([
  'text',
  'placeholder',
  'price',
  'alt',
  'href',
  'imageUrl',
  'icon',
  'padding',
  'margin',
  'gap',
])

function withoutUndefined(senses: object): Senses {
  return Object.fromEntries(Object.entries(senses).filter(([, value]) => value !== undefined))
}

const compiled = new WeakMap<Vocabulary, { readonly words: OwnWords; readonly number: number }>()
let vocabularies = 0

/** The words of a vocabulary, and a number that no other vocabulary has. Compiled once. */
export function ownWordsOf(vocabulary: Vocabulary): { readonly words: OwnWords; readonly number: number } {
  let known = compiled.get(vocabulary)
  if (known === undefined) {
    known = { words: new OwnWords(vocabulary), number: ++vocabularies }
    compiled.set(vocabulary, known)
  }
  return known
}
