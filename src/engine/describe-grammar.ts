import { changeSection } from '../decompose/grammar/change-section.ts'
import { commandSection } from '../decompose/grammar/command-section.ts'
import type { GrammarEntry, GrammarSection } from '../decompose/grammar/grammar-section.ts'
import { joiningSection } from '../decompose/grammar/joining-section.ts'
import { propertySection } from '../decompose/grammar/property-section.ts'
import { referenceSection } from '../decompose/grammar/reference-section.ts'
import { selectorSection } from '../decompose/grammar/selector-section.ts'
import { valueSection } from '../decompose/grammar/value-section.ts'
import { phrasesWhere } from '../decompose/lexicon/lexicon.ts'
import { defaultLimits } from './options.ts'

/** All that can be said. */
export interface Grammar {
  readonly sections: readonly GrammarSection[]
}

/**
 * What can be said, made from the vocabulary and the readers themselves, so that it tells what this version reads and
 * nothing else. Plain data; every example in it is tested on the screen that it names. It needs no engine and costs
 * nothing until it is called; a call tries some ten thousand short readings and takes about 0.2 s, so keep the result.
 *
 * @example
 * const { sections } = describeGrammar()
 * sections.find(({ name }) => name === 'commands')?.entries.map(({ name, about }) => `${name}: ${about}`)
 */
export function describeGrammar(): Grammar {
  return {
    sections: [
      commandSection(),
      selectorSection(),
      propertySection(),
      valueSection(),
      changeSection(),
      referenceSection(),
      joiningSection(),
      limitSection(),
    ],
  }
}

function limitSection(): GrammarSection {
  const { maxCommandLength, maxSteps, maxComponents, maxDepth, maxTextLength } = defaultLimits
  return {
    name: 'limits',
    about: 'what is rejected',
    entries: [
      limit(
        'length',
        `More than ${count(maxCommandLength)} characters or ${count(maxSteps)} parts of a command, ${count(maxTextLength)} characters of a text, ${count(maxComponents)} components or ${count(maxDepth)} levels of a document. createEngine accepts other limits.`,
      ),
      limit(
        'taste',
        'Requests that cannot be measured: name a color, size or place.',
        phrasesWhere(({ vague }) => vague === true),
      ),
      limit(
        'doubt',
        'A phrase that matches several components is answered with the candidates; one that matches none, with the closest names.',
      ),
      limit(
        'halves',
        'A command is applied as a whole or not at all, unless partial execution is requested.',
      ),
      limit('other languages', 'Commands are English; names and texts may be in any language.'),
      limit('identity', 'Ids, types and roles of components stay as they are.'),
    ],
  }
}

function limit(name: string, about: string, words: readonly string[] = []): GrammarEntry {
  return { name, about, words, takes: [], examples: [] }
}

function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
