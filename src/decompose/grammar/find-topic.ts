import { editDistance } from '../edit-distance.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'

/** What a topic is in the grammar: the parts that tell of it, or names near it. */
export type TopicAnswer =
  | { readonly found: true; readonly sections: readonly GrammarSection[] }
  | { readonly found: false; readonly near: readonly string[] }

const MAX_NEAR = 3
/** A longer topic is a text: near names are looked for among words. */
const MAX_TOPIC = 60

/**
 * The parts of a grammar that tell of a topic: a whole section by its name, else the entries with that name or word. What
 * a property is called finds the longer names of its kind as well: "colour" the text color and the border color.
 * O(words).
 */
export function findTopic(sections: readonly GrammarSection[], said: string): TopicAnswer {
  const topic = said.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const whole = sections.filter(({ name }) => name === topic || name === `${topic}s`)
  if (whole.length > 0) return { found: true, sections: whole }
  const names = new Set([topic, ...namesOf(sections, topic)])
  const parts = [topic, ...namesOf(sections.filter(isOfProperties), topic)]
  const isAbout = ({ name }: GrammarEntry): boolean =>
    names.has(name) || parts.some((part) => ` ${name} `.includes(` ${part} `))
  const found = sections
    .map((section) => ({ ...section, entries: section.entries.filter(isAbout) }))
    .filter(({ entries }) => entries.length > 0)
  return found.length > 0
    ? { found: true, sections: found }
    : { found: false, near: nearNames(sections, topic) }
}

function isOfProperties({ name }: GrammarSection): boolean {
  return name === 'properties'
}

function namesOf(sections: readonly GrammarSection[], word: string): string[] {
  return sections.flatMap(({ entries }) =>
    entries.filter(({ words }) => words.includes(word)).map(({ name }) => name),
  )
}

/** The nearest names and words, each once, the nearest first. */
function nearNames(sections: readonly GrammarSection[], topic: string): string[] {
  if (topic.length > MAX_TOPIC) return []
  const limit = Math.min(3, Math.max(1, topic.length / 3))
  const near = new Map<string, number>()
  for (const { name: section, entries } of sections) {
    for (const { name, words } of entries) {
      for (const word of [section, name, ...words]) {
        const distance = editDistance(topic, word, limit)
        if (distance <= limit && distance < (near.get(word) ?? Infinity)) near.set(word, distance)
      }
    }
  }
  return [...near]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(([word]) => word)
}
