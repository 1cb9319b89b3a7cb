import type { Vocabulary } from 'blueprint-command-engine'
import { nounOf } from './parts.ts'
import type { Row } from './row.ts'

/** "labelPosition" as people say it: label position, labelposition, label-position. */
function spellings(name: string): readonly string[] {
  const spaced = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]{1,4}/g, ' ')
    .toLowerCase()
    .trim()
  if (spaced === '' || !/^[a-z0-9][a-z0-9 ]{0,40}$/.test(spaced)) return []
  const counted = /^num (.{1,40})$/.exec(spaced)?.[1] ?? /^(.{1,40}) count$/.exec(spaced)?.[1]
  const more = counted === undefined ? [] : [`number of ${counted}`, counted]
  const bounded = /^max (.{1,40})$/.exec(spaced)?.[1]
  if (bounded !== undefined) more.push(`maximum ${bounded}`)
  return spaced.includes(' ')
    ? [...more, spaced, spaced.replaceAll(' ', ''), spaced.replaceAll(' ', '-')]
    : [spaced]
}

/** Properties that the language has words for with all their values: centered, bold, underlined. */
const SAID_NATIVELY: ReadonlySet<string> = new Set([
  'textAlign',
  'align',
  'hidden',
  'textDecoration',
  'fontStyle',
])

/** Types of several words, as people say them: FactSet, column_set. */
export function nounsOf(types: Iterable<string>): NonNullable<Vocabulary['nouns']> {
  return [...new Set(types)].flatMap((type) => {
    const noun = nounOf(type)
    const words = noun.replaceAll('_', ' ')
    return /^[a-z]{2,20} [a-z]{2,20}(?: [a-z]{2,20})?$/.test(words) ? [{ words, type: noun }] : []
  })
}

/** The words of a format: the names of all its properties, and what their enumerations list. */
export function vocabularyOf(
  types: Iterable<readonly Row[]>,
  more: Vocabulary['values'] = [],
  verbs: NonNullable<Vocabulary['verbs']> = [],
  nouns: NonNullable<Vocabulary['nouns']> = [],
): Vocabulary {
  const properties = new Map<string, string>()
  const values = new Map<string, Vocabulary['values'][number]>()
  for (const rows of types) {
    for (const row of rows) {
      for (const name of [row.name, ...(row.words ?? [])])
        for (const words of spellings(name)) properties.set(words, row.name)
      if (row.holds.kind !== 'enum' || row.means?.some((meaning) => SAID_NATIVELY.has(meaning)) === true)
        continue
      const { values: all, ladder, isOpen } = row.holds
      for (const value of isOpen === true ? [...all, ...(ladder ?? [])] : all)
        if (!/^\d/.test(value))
          for (const words of spellings(value)) values.set(words, { words, key: '', value })
    }
  }
  for (const entry of more) values.set(entry.words, entry)
  return {
    properties: [...properties].map(([words, key]) => ({ words, key })),
    values: [...values.values()],
    verbs,
    nouns,
  }
}
