import type { Chart } from '../frames/chart.ts'
import { sensesOf } from '../../decompose/lexicon/lexicon.ts'
import { readModifier } from '../../decompose/read/read-modifiers.ts'
import { PLAIN } from '../../decompose/read/read-options.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Read } from './read.ts'
import { COST } from './thing-costs.ts'
import { clone, isBareThing } from './thing-draft.ts'
import type { ThingDraft } from './thing-draft.ts'

/** So many readings are kept for a place. */
const KEPT = 10
const MOST_MODIFIERS = 4

export function settle(
  chart: Chart,
  draft: { start: number; end: number; phrase: string },
  end: number,
): void {
  draft.end = chart.lexemes[end - 1]!.end
  draft.phrase = chart.text.slice(draft.start, draft.end)
}

/** "the button of send application": a thing of a name is called so. */
function calledOf(chart: Chart, { value, end, cost }: Read<ThingDraft>): Read<Reference> | null {
  if (chart.lexemes[end]?.senses.relation !== 'of' || value.said !== null || value.types === null) return null
  if (sensesOf(value.noun ?? '').property !== undefined) return null
  const name = chart.namesAt(end + 1).find(({ how, field }) => how === 'whole' && field !== 'id')
  if (name === undefined) return null
  const called: ThingDraft = { ...value, said: { key: name.key, how: 'whole', text: name.text } }
  settle(chart, called, name.to)
  return { value: called, end: name.to, cost: cost + COST.wholeName }
}

/** Each phrase by itself, and with each of what describes it. */
export function describedThings(
  chart: Chart,
  bases: readonly Read<ThingDraft>[],
): readonly Read<Reference>[] {
  const all: Read<Reference>[] = bases.map((base) =>
    isBareThing(base.value) ? { ...base, value: { ...base.value, pronoun: 'it' } } : base,
  )
  for (const base of bases) {
    if (base.value.pronoun !== null && base.value.pronoun !== 'one' && base.value.pronoun !== 'ones') continue
    for (let choice = 0; choice < ANCHORS; choice++) {
      const draft = clone(base.value)
      const cursor = chart.cursor(base.end, choice)
      const options = base.value.generic ? EVERYTHING : PLAIN
      let far = 0
      for (let i = 0; i < MOST_MODIFIERS; i++) {
        const filters = draft.filters.length
        const isBehindRelation = draft.relations.length > 0
        if (!readModifier(cursor, draft, options)) break
        // "the badge in the row with Cy": what stands beside the row describes it rather than the badge.
        if (isBehindRelation && draft.filters.length > filters) far += COST.farFilter
        const value = clone(draft)
        settle(chart, value, cursor.at)
        const isText =
          i === 0 &&
          value.noun !== null &&
          TEXTS.has(value.noun) &&
          chart.lexemes[base.end]!.senses.relation === 'of'
        all.push({ value, end: cursor.at, cost: base.cost + cursor.cost + far + (isText ? COST.textOf : 0) })
      }
      if (!cursor.chose) break
    }
    const called = calledOf(chart, base)
    if (called !== null) all.push(called)
  }
  return likeliest(all)
}

/** What says something is a part of what it is of, before it is a thing by itself. */
const TEXTS: ReadonlySet<string> = new Set([
  'text',
  'texts',
  'words',
  'wording',
  'letters',
  'label',
  'labels',
  'caption',
])

/** "everything hidden": behind a general noun an adjective says which. */
const EVERYTHING = { ...PLAIN, adjectiveAfter: true }

/** Of a place beside a thing so many readings are tried. */
const ANCHORS = 3

/** The cheapest for each end, longer ones first where they cost the same. */
function likeliest(reads: readonly Read<Reference>[]): readonly Read<Reference>[] {
  const byEnd = new Map<number, Read<Reference>[]>()
  for (const read of reads) {
    const same = byEnd.get(read.end)
    if (same === undefined) byEnd.set(read.end, [read])
    else if (!same.some(({ value, cost }) => cost <= read.cost && isSame(value, read.value))) same.push(read)
  }
  return [...byEnd.values()]
    .flatMap((same) => same.toSorted((a, b) => a.cost - b.cost).slice(0, 2))
    .toSorted((a, b) => a.cost - a.end * 2 - (b.cost - b.end * 2))
    .slice(0, KEPT)
}

function isSame(a: Reference, b: Reference): boolean {
  return (
    a.noun === b.noun &&
    a.quoted === b.quoted &&
    a.said?.key === b.said?.key &&
    a.names.join(' ') === b.names.join(' ') &&
    a.filters.length === b.filters.length &&
    a.relations.length === b.relations.length
  )
}
