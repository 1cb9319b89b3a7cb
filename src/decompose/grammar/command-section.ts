import type { Family } from '../intents/family.ts'
import { families } from '../intents/registry.ts'
import type { Lexeme } from '../lexeme.ts'
import type { Entry } from '../lexicon/entry.ts'
import { sensesOf } from '../lexicon/lexicon.ts'
import { imperatives, participles } from '../lexicon/verbs.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'
import { spokenBy, tryReading } from './trial.ts'
import type { Spoken } from './trial.ts'
import { valuesOf } from './value-words.ts'

/**
 * The families of commands. Which verbs they take, and which values, is found out by trying: the readers themselves say
 * it, so this cannot tell anything else than they do. O(examples x (verbs + words x values)), some 100 ms.
 */
export function commandSection(): GrammarSection {
  return {
    name: 'commands',
    about: 'what can be asked for',
    entries: families.map((family): GrammarEntry => {
      const spoken = spokenBy(family)
      return {
        name: family.name,
        about: family.about,
        words: [...verbsOf(family, spoken, imperatives), ...verbsOf(family, spoken, participles)],
        takes: valuesOf(family, spoken).map(({ name }) => name),
        examples: family.examples.map((say) => ({ on: family.on, say })),
      }
    }),
  }
}

/**
 * The verbs that can stand in the place of those in the examples, with nothing said before; none where any imperative
 * can, for then none says anything.
 */
function verbsOf(family: Family, spoken: readonly Spoken[], entries: readonly Entry[]): string[] {
  const isVerb = entries === imperatives ? opensClause : isPassive
  const verbs = new Set(entries.flatMap(([phrases]) => phrases.split('|')))
  const taken = [...verbs].filter((word) =>
    spoken.some(({ lexemes }) => {
      const other = lexemes.map((one, i) => (isVerb(one, i) ? { ...one, word, senses: sensesOf(word) } : one))
      return lexemes.some(isVerb) && tryReading(family, { lexemes: other, before: null }) !== null
    }),
  )
  return entries === imperatives && taken.length > verbs.size / 2 ? [] : taken
}

function opensClause({ senses }: Lexeme, at: number): boolean {
  return at === 0 && senses.verb !== undefined
}

/** "put" and "set" are imperatives as well. */
function isPassive({ senses }: Lexeme): boolean {
  return senses.participle !== undefined && senses.verb === undefined
}
