import { properties } from '../../document/native-table.ts'
import type { Effect } from '../effect.ts'
import { make } from '../intents/make.ts'
import { phrasesWhere, sensesOf } from '../lexicon/lexicon.ts'
import type { ChangeName } from '../lexicon/senses.ts'
import type { Degree } from '../read/changes.ts'
import { changeEffects, factorOf } from '../read/changes.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'
import { valuesAfter } from './value-words.ts'

/** Words for more and less, what each does, and how strong it is. */
export function changeSection(): GrammarSection {
  const names = new Set(
    phrasesWhere(({ change }) => change !== undefined).map((word) => sensesOf(word).change!),
  )
  return {
    name: 'changes',
    about: 'more and less of something',
    entries: [...[...names].map(changeEntry), ...degreeEntries()],
  }
}

function changeEntry(name: ChangeName): GrammarEntry {
  const say = `make the last card ${name}`
  return {
    name,
    about: `${changeEffects(name, null, null).map(effectText).join(', ')}.`,
    words: phrasesWhere(({ change, verbChange }) => change === name || verbChange === name),
    takes: valuesAfter(make, say)
      .map((value) => value.name)
      .filter((value) => value === 'amount'),
    examples: [{ on: 'shop', say }],
  }
}

function effectText(effect: Effect): string {
  switch (effect.kind) {
    case 'resize':
      return resizeText(effect)
    case 'lightness':
      return `lightness × ${effect.factor}`
    case 'weight':
      return effect.of === 'letters'
        ? 'letters by one weight'
        : 'letters of texts by one weight, the border of anything else by 1 px'
    case 'adjust':
      return `${properties[effect.property].label} ${
        effect.factor === undefined ? signed(effect.by ?? 0) : `× ${effect.factor}`
      }`
    default:
      return effect.kind
  }
}

function resizeText({ width, height, font }: Extract<Effect, { kind: 'resize' }>): string {
  const parts = [width && 'width', height && 'height', font && 'font size'].filter(Boolean)
  const measure = width ?? height
  return `${parts.join(', ')} ${measure?.kind === 'factor' ? `× ${measure.factor}` : ''}`
}

function signed(px: number): string {
  return `${px < 0 ? '−' : '+'} ${Math.abs(px)} px`
}

const DEGREES: Readonly<Record<Degree, { readonly about: string; readonly say: string }>> = {
  slight: {
    about: `A smaller step: × ${factorOf(true, 'slight')} or × ${factorOf(false, 'slight')}, half as many pixels.`,
    say: 'make the last card slightly bigger',
  },
  much: {
    about: `A bigger step: × ${factorOf(true, 'much')} or × ${factorOf(false, 'much')}, twice as many pixels.`,
    say: 'make the first card much bigger',
  },
  very: { about: 'As "much".', say: 'make the first card very big' },
  more: { about: 'Up by the usual step.', say: 'more padding for the first card' },
  less: { about: 'Down by the usual step.', say: 'less padding for the first card' },
  too: { about: 'What is too much shall be less.', say: 'the first card is too big' },
}

function degreeEntries(): GrammarEntry[] {
  return Object.entries(DEGREES).map(([name, { about, say }]) => ({
    name,
    about,
    words: phrasesWhere(({ degree, grammar }) => degree === name || (name === 'too' && grammar === name)),
    takes: [],
    examples: [{ on: 'shop', say }],
  }))
}
