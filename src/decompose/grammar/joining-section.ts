import { phrasesWhere } from '../lexicon/lexicon.ts'
import type { Senses } from '../lexicon/senses.ts'
import { tokenize } from '../tokenize.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'

/** How the parts of a command are joined, and what is passed over. */
export function joiningSection(): GrammarSection {
  return {
    name: 'joining',
    about: 'how several wishes make one command',
    entries: [
      entry(
        'and',
        'Parts joined by these are read against the document as it came.',
        words((senses) => senses.grammar === 'and'),
        [
          'make the header blue and hide the promo text',
          'center the logo, darken the footer and hide the badges',
        ],
      ),
      entry(
        'then',
        'Parts after these are read against the document as edited so far.',
        words((senses) => senses.grammar === 'then'),
        ['delete the first card, then make the first card red'],
      ),
      entry(
        'marks',
        'Marks, line breaks and list markers end a part; it is read against the document as it came.',
        marks(),
        [
          'darken the header; hide the promo text. center the logo',
          '1. darken the header\n2. hide the promo text',
        ],
      ),
      entry(
        'politeness',
        'Passed over, wherever it stands.',
        words((senses) => senses.filler === true),
        ['please make the logo italic, thanks'],
      ),
      entry(
        'openings',
        'Passed over at the beginning of a part.',
        words((senses) => senses.frame === true),
        ['could you make the logo italic', 'I would like the footer to be darker'],
      ),
    ],
  }
}

function words(fits: (senses: Senses) => boolean): string[] {
  return phrasesWhere(fits)
}

/** The marks that the tokenizer takes for separators. */
function marks(): string[] {
  return Array.from({ length: 127 - 33 }, (_, i) => String.fromCharCode(33 + i)).filter((mark) =>
    tokenize(`a ${mark} b`).some(({ kind, word }) => kind === 'separator' && word === mark),
  )
}

function entry(
  name: string,
  about: string,
  phrases: readonly string[],
  say: readonly string[],
): GrammarEntry {
  return { name, about, words: phrases, takes: [], examples: say.map((text) => ({ on: 'shop', say: text })) }
}
