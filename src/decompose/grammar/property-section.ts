import { properties, tokens } from '../../document/native-table.ts'
import type { PropertyName, TokenName } from '../../document/native-table.ts'
import { set } from '../intents/set.ts'
import { theme } from '../intents/theme.ts'
import { phrasesWhere, sensesOf } from '../lexicon/lexicon.ts'
import type { PropertyWord } from '../read/changes.ts'
import { keywordsOf } from '../read/read-keyword.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'
import { valuesAfter } from './value-words.ts'
import type { FittingValue, ValueName } from './value-words.ts'

/** What of a component, and of the theme, has a name, and which values each takes: those that can be read after it. */
export function propertySection(): GrammarSection {
  const words = phrasesWhere(({ property }) => property !== undefined)
  const names = new Set(words.map((word) => sensesOf(word).property!))
  const tokenNames = new Set(
    phrasesWhere(({ token }) => token !== undefined).map((word) => sensesOf(word).token!),
  )
  return {
    name: 'properties',
    about: 'what can be set or changed',
    entries: [...[...names].map(propertyEntry), ...[...tokenNames].map(tokenEntry)],
  }
}

/** Words that stand for one of several properties. */
const GENERAL: Readonly<Record<Exclude<PropertyWord, PropertyName>, string>> = {
  color: 'The color of the letters of texts, of the background of anything else.',
  size: 'Width and height; the font size of texts.',
  dimensions: 'Width and height.',
  font: 'The letters: their font, and what else they have.',
  border: 'Width, style and color of the border.',
  between: 'The gap of what holds them all.',
  spacing: 'The gap, padding or margin, whichever the component has.',
  position: 'Where it stands: "move" and "swap" change it.',
}

function propertyEntry(property: PropertyWord): GrammarEntry {
  const words = phrasesWhere((senses) => senses.property === property)
  const label = isPropertyName(property) ? properties[property].label : property
  const name = words.includes(label) ? label : words[0]!
  const keywords = isPropertyName(property) ? keywordsOf(property) : []
  const about = isPropertyName(property) ? `The ${name} of a component.` : GENERAL[property]
  const choice = keywords.length === 0 ? '' : ` One of: ${keywords.join(', ')}.`
  const beginning = `set the ${name} of the hero subtitle`
  const values = valuesAfter(set, beginning).filter((value) => !holdsText(property) || TEXTS.has(value.name))
  return { name, about: about + choice, words, ...taken(beginning, values, SHOWN[property]) }
}

function tokenEntry(token: TokenName): GrammarEntry {
  const words = phrasesWhere((senses) => senses.token === token)
  const { label } = tokens[token]
  const beginning = `set the ${words[0]!}`
  return {
    name: `theme ${label}`,
    about: `The ${label} of the theme; what follows it on the screen changes with it.`,
    words,
    ...taken(beginning, valuesAfter(theme, beginning)),
  }
}

/** More telling examples than those that are found. */
const SHOWN: Readonly<Partial<Record<PropertyWord, string>>> = {
  font: 'to Georgia',
  text: 'to "Hello"',
  border: 'to 2px solid teal',
  borderTop: 'to 2px solid teal',
  borderRight: 'to 2px solid teal',
  borderBottom: 'to 2px solid teal',
  borderLeft: 'to 2px solid teal',
  placeholderColor: 'to teal',
  opacity: 'to 50%',
  lineHeight: 'to 1.5',
  href: 'to https://example.com/help',
  imageUrl: 'to https://example.com/summer.jpg',
  price: 'to "$12"',
  alt: 'to "A field in July"',
  icon: 'to "heart"',
}

function taken(
  beginning: string,
  values: readonly FittingValue[],
  shown: string | undefined = shownOf(values),
): Pick<GrammarEntry, 'takes' | 'examples'> {
  return {
    takes: values.map(({ name }) => name),
    examples: shown === undefined ? [] : [{ on: 'shop', say: `${beginning} ${shown}` }],
  }
}

/** The likeness of another alone shows nothing: that may have no such look. */
function shownOf(values: readonly FittingValue[]): string | undefined {
  if (values.every(({ name }) => name === 'likeness')) return undefined
  return (values.find(({ name }) => name !== 'relative change') ?? values[0])?.said
}

const TEXTS: ReadonlySet<ValueName> = new Set(['text', 'font'])

/** "the image of the title" may be a component, which takes any look: of the field itself only texts are told. */
function holdsText(name: PropertyWord): boolean {
  return isPropertyName(name) && name !== 'text' && properties[name].kind === 'text'
}

function isPropertyName(name: PropertyWord): name is PropertyName {
  return Object.hasOwn(properties, name)
}
