import type { Lexeme } from '../../decompose/lexeme.ts'
import { variantLeads, variantNames } from '../../decompose/lexicon/variant-words.ts'
import { sensesOf } from '../../decompose/lexicon/lexicon.ts'
import type { Senses } from '../../decompose/lexicon/senses.ts'
import type { DraftReference } from '../../decompose/read/draft-reference.ts'
import type { Reference } from '../../decompose/reference.ts'
import { stem } from '../../document/words.ts'
import type { SpottedName } from '../text/spotted.ts'

/** "the thing" and no more is what was spoken of. */
export function isBareThing({
  genericNoun,
  names,
  filters,
  ordinals,
  quantity,
  relations,
  said,
}: ThingDraft): boolean {
  return (
    genericNoun === 'thing' &&
    names.length + filters.length + ordinals.length + relations.length === 0 &&
    quantity === null &&
    said === null
  )
}

/** "the photo strip": the noun was the beginning of a name. */
export function demoted(draft: ThingDraft, { how }: SpottedName): ThingDraft | null {
  if (draft.noun === null || how !== 'part') return null
  const next = copy(draft)
  next.names = [...next.names, ...draft.noun.split(' ')]
  next.types = null
  next.role = null
  next.noun = null
  return next
}

/** Words of grammar: a text that has one is not named by it. */
export function isGrammar({ grammar, relation, pronoun, quantity, degree }: Senses): boolean {
  return (
    grammar !== undefined ||
    relation !== undefined ||
    pronoun !== undefined ||
    quantity !== undefined ||
    degree !== undefined
  )
}

/** Words that are likelier something else than a name. */
export function isSmall({
  grammar,
  relation,
  degree,
  pronoun,
  quantity,
  filler,
  frame,
  number,
  ordinal,
  direction,
  color,
  change,
}: Senses): boolean {
  return (
    grammar !== undefined ||
    relation !== undefined ||
    degree !== undefined ||
    pronoun !== undefined ||
    quantity !== undefined ||
    filler === true ||
    frame === true ||
    number !== undefined ||
    ordinal !== undefined ||
    direction !== undefined ||
    color !== undefined ||
    change !== undefined
  )
}

/** "the first", "both", "all three": which, of what was spoken of. */
export function isElliptic(draft: ThingDraft): boolean {
  return (
    draft.ordinals.length > 0 ||
    draft.quantity !== null ||
    draft.superlative !== null ||
    draft.take !== null ||
    draft.parity !== null
  )
}

/** Nothing but a determiner was said. */
export function isEmpty({ names, said, quoted, id, filters, relations }: ThingDraft): boolean {
  return (
    names.length === 0 &&
    said === null &&
    quoted === null &&
    id === null &&
    filters.length === 0 &&
    relations.length === 0
  )
}

export function withNoun(draft: ThingDraft, { word, senses }: Lexeme): ThingDraft {
  const next = copy(draft)
  if (draft.noun !== null) next.names = [...next.names, ...draft.noun.split(' ')]
  if (draft.generic && draft.genericNoun !== null)
    next.names = [...next.names, ...draft.genericNoun.split(' ')]
  next.generic = false
  next.genericNoun = null
  const single = membersOf(draft, word, senses.plural === true)
  const own = single ?? senses
  next.types = own.types!
  next.role = senses.role ?? null
  next.noun = word
  next.superlative ??= senses.superlative ?? null
  next.plural =
    single !== null ||
    senses.plural === true ||
    (draft.plural && draft.quantity !== null) ||
    draft.take !== null ||
    draft.ordinals.length > 1
  return next
}

/** "the tabs" are one thing that holds them, "the other tabs" and "all tabs" each of them. */
function membersOf(draft: ThingDraft, word: string, plural: boolean): ReturnType<typeof sensesOf> | null {
  if (plural || (draft.quantity === null && draft.take === null && draft.parity === null)) return null
  const one = stem(word)
  const single = one === word ? null : sensesOf(one)
  return single?.types === undefined ? null : single
}

/** A phrase while it is read: its lists are shared with the readings it comes from, and never changed in place. */
export type ThingDraft = { -readonly [K in keyof Reference]: Reference[K] }

export function copy(draft: ThingDraft): ThingDraft {
  return { ...draft }
}

/** A copy whose lists may be changed in place. */
export function clone(draft: Reference | DraftReference): DraftReference {
  return {
    ...draft,
    ordinals: [...draft.ordinals],
    names: [...draft.names],
    filters: [...draft.filters],
    relations: [...draft.relations],
    except: [...draft.except],
    parts: [...draft.parts],
    types: draft.types === null ? null : [...draft.types],
  }
}

/** "on hover", "for mobile": a state or kind of device, and no name. */
export function isVariant(lexemes: readonly Lexeme[], at: number): boolean {
  return variantNames.has(lexemes[at]!.word) && variantLeads.has(lexemes[at - 1]?.word ?? '')
}

/** "the 3 bag cards": things in the plural stand not far behind. */
export function isCounted(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes.slice(at + 1, at + 4).some(({ senses }) => senses.plural === true)
}
