import type { ExampleDocument } from '../intents/family.ts'

/** Something that can be said, on one of the example screens (`examples/<on>.json`). Each is run by a test. */
export interface GrammarExample {
  readonly on: ExampleDocument
  readonly say: string
  /** For words that name components: the ids they mean there, in reading order. */
  readonly means?: readonly string[]
}

/** One thing that can be said. */
export interface GrammarEntry {
  readonly name: string
  /** One sentence, or a part of one. */
  readonly about: string
  /** The words and phrases that say it, as the vocabulary has them. */
  readonly words: readonly string[]
  /** Names of the entries of the section "values" whose words fit here. */
  readonly takes: readonly string[]
  readonly examples: readonly GrammarExample[]
}

export interface GrammarSection {
  readonly name: string
  readonly about: string
  readonly entries: readonly GrammarEntry[]
}
