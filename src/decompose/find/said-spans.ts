import { stem } from '../../document/words.ts'
import type { Scene } from './scene.ts'
import type { SaidSpan } from './tagged-words.ts'

/** A part of a longer text counts when the phrase has this many of its words in a row. */
const LEAST_PART = 3

/**
 * Where the phrase has texts of the document in full, of two words or more: such words are a name, whatever they mean as
 * grammar ("log in", "left to do"). The longest first, none inside another. O(components + words of texts that begin alike).
 */
export function saidSpans(scene: Scene, words: readonly string[]): SaidSpan[] {
  const stems = words.map(stem)
  const places = new Map<string, number[]>()
  stems.forEach((word, i) => places.get(word)?.push(i) ?? places.set(word, [i]))
  const found: SaidSpan[] = []
  for (const { profile } of scene) {
    for (const text of profile.texts) {
      if (text.length < 2) continue
      for (let from = 0; from < text.length; from++) {
        for (const start of places.get(text[from]!) ?? []) {
          if (from > 0 && stems[start - 1] === text[from - 1]) continue
          let length = 1
          while (from + length < text.length && stems[start + length] === text[from + length]) length++
          if (length === text.length || length >= LEAST_PART) found.push({ start, end: start + length })
        }
      }
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: SaidSpan[] = []
  for (const span of found)
    if (!kept.some(({ start, end }) => span.start < end && start < span.end)) kept.push(span)
  return kept
}
