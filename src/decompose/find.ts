import type { DocumentIndex } from '../document/document-index.ts'
import { explainMatch } from './find/explain-match.ts'
import { phraseWords, withoutAct } from './find/phrase-words.ts'
import type { Query } from './find/query.ts'
import { readQuery } from './find/read-query.ts'
import { saidSpans } from './find/said-spans.ts'
import { sceneOf } from './find/scene.ts'
import { likelihoodsOf, scoreQuery } from './find/score-query.ts'
import type { ScoredQuery } from './find/score-query.ts'
import { readStrictly } from './find/strict-reading.ts'
import type { ReadThing } from './find/strict-reading.ts'

export interface FoundMatch {
  readonly id: string
  /** How likely this component is meant, 0 to 1; 1 where commands would take it by name, type or structure. */
  readonly score: number
  readonly why: string
}

const MAX_MATCHES = 10
/** Less likely than this part of the best is not worth showing. */
const LEAST_SHARE = 0.01
/** Log-likelihood that the commands' reading adds where it rests on distances. */
const STRICT_BONUS = 0.5
/** What is left to others where the commands' reading is certain. */
const BESIDE_CERTAIN = 0.5
/** The part of the score that a thing keeps whose name is nowhere in the document. */
const UNNAMED = 0.3

/**
 * The components that a phrase may mean, best first: what a command would take, then what fits the words, the kind of
 * thing and the place by a weighted score. Empty when nothing in the phrase fits anything. O(n log n) in components.
 */
export function findMatches(phrase: string, index: DocumentIndex, readThing: ReadThing): FoundMatch[] {
  const text = withoutAct(phrase)
  const strict = readStrictly(text, index, readThing)
  const words = phraseWords(text)
  const scene = sceneOf(index)
  const query = readQuery(words, saidSpans(scene, words))
  const scored = scoreQuery(scene, query, false)
  if (strict === null && !hasEvidence(query, scored)) return []
  const chosen = new Set(strict?.ids)
  const trust = strict?.isCertain === true ? 'certain' : 'likely'
  for (const { node, place } of scene) if (chosen.has(node.id)) scored.scores[place]! += STRICT_BONUS
  const likelihoods = likelihoodsOf(scored.scores)
  const certainty = query.units.length === 0 || scored.words.known > 0 || strict !== null ? 1 : UNNAMED
  const matches = scene.map((candidate): FoundMatch & { place: number } => {
    const isChosen = chosen.has(candidate.node.id)
    const likelihood = likelihoods[candidate.place]! * certainty
    const score =
      trust === 'likely' || strict === null ? likelihood : isChosen ? 1 : likelihood * BESIDE_CERTAIN
    return { id: candidate.node.id, score, place: candidate.place, why: '' }
  })
  matches.sort((a, b) => b.score - a.score || a.place - b.place)
  const least = (matches[0]?.score ?? 0) * LEAST_SHARE
  return matches
    .slice(0, Math.max(MAX_MATCHES, chosen.size))
    .filter(({ score }) => score >= least)
    .map(({ id, score, place }) => ({
      id,
      score: Math.round(score * 1000) / 1000,
      why: chosen.has(id) ? strict!.why : explainMatch(scene[place]!, query, scored.features),
    }))
}

/** Words that nobody has, and neither a kind of thing nor a place beside them, are no description. */
function hasEvidence(query: Query, { words, isAnchored }: ScoredQuery): boolean {
  if (words.known > 0 || query.kind !== null || query.sides.length > 0) return true
  if (query.units.length === 0 && (query.ordinal !== null || query.row !== null || query.column !== null))
    return true
  return isAnchored
}
