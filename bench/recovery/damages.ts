// One mistake of each kind that people make, put into a command; null if the command has no place for it.
import type { Blueprint } from '../../src/index.ts'
import type { Chance } from '../reliability/chance.ts'
import { replaceAt, wordsOf } from './words.ts'

export interface Damage {
  readonly kind: string
  readonly what: string
  readonly apply: (command: string, chance: Chance, document: Blueprint) => string | null
}

/** One of some; undefined if there are none. */
function anyOf<T>(chance: Chance, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : chance.pick(items)
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** A key beside this one; the letter itself where it is on no row. */
function neighbour(letter: string, chance: Chance): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()))
  if (row === undefined) return letter
  const at = row.indexOf(letter.toLowerCase())
  return row[at === 0 ? 1 : at === row.length - 1 || chance.below(2) === 0 ? at - 1 : at + 1]!
}

/** One slip: two letters exchanged, one left out, doubled, or hit beside. The first letter is mostly right. */
function misspell(word: string, chance: Chance): string {
  const at = 1 + chance.below(word.length - 1)
  switch (chance.below(4)) {
    case 0:
      return at + 1 < word.length
        ? word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
        : word.slice(0, at - 1) + word[at]! + word[at - 1]!
    case 1:
      return word.slice(0, at) + word.slice(at + 1)
    case 2:
      return word.slice(0, at) + word[at]! + word.slice(at)
    default:
      return word.slice(0, at) + neighbour(word[at]!, chance) + word.slice(at + 1)
  }
}

const spelling: Damage = {
  kind: 'spelling',
  what: 'one slip of the keys in a word of four letters or more',
  apply: (command, chance) => {
    const word = anyOf(
      chance,
      wordsOf(command).filter(({ text }) => text.length >= 4),
    )
    if (word === undefined) return null
    const wrong = misspell(word.text, chance)
    return wrong === word.text ? null : replaceAt(command, word, wrong)
  },
}

const doubled: Damage = {
  kind: 'doubled word',
  what: 'a word said twice',
  apply: (command, chance) => {
    const word = anyOf(chance, wordsOf(command))
    return word === undefined ? null : replaceAt(command, word, `${word.text} ${word.text}`)
  },
}

const UNIT = /(?<=\d)\s*(?:px|pixels?|%|percent|rem|em|pt|deg|degrees?)(?![\p{L}\p{N}])/gu

const unit: Damage = {
  kind: 'missing unit',
  what: 'a number without its unit',
  apply: (command, chance) => {
    const found = anyOf(chance, [...command.matchAll(UNIT)])
    if (found === undefined) return null
    return replaceAt(command, { start: found.index, end: found.index + found[0].length }, '')
  },
}

/** Parts that stand between "then", "and", commas and semicolons, with what joins them. */
const JOIN = /(?:,? and then |,? then |; | and |, and |, )/gu

const parts: Damage = {
  kind: 'swapped parts',
  what: 'two parts of the command in the wrong order',
  apply: (command, chance) => {
    if (/["“'`]/u.test(command)) return null
    const joins = [...command.matchAll(JOIN)]
    const join = anyOf(chance, joins)
    if (join === undefined) return null
    const before = joins[joins.indexOf(join) - 1]
    const after = joins[joins.indexOf(join) + 1]
    const start = before === undefined ? 0 : before.index + before[0].length
    const end = after === undefined ? command.length : after.index
    const first = command.slice(start, join.index)
    const second = command.slice(join.index + join[0].length, end)
    return first === second ? null : command.slice(0, start) + second + join[0] + first + command.slice(end)
  },
}

const order: Damage = {
  kind: 'swapped words',
  what: 'two neighbouring words exchanged',
  apply: (command, chance) => {
    const words = wordsOf(command)
    const pairs = words.flatMap((word, i) => {
      const next = words[i + 1]
      return next !== undefined && command.slice(word.end, next.start) === ' ' && word.text !== next.text
        ? [[word, next] as const]
        : []
    })
    const pair = anyOf(chance, pairs)
    if (pair === undefined) return null
    const [a, b] = pair
    return replaceAt(command, { start: a.start, end: b.end }, `${b.text} ${a.text}`)
  },
}

/** Nouns that people take for one another. */
const CONFUSED: readonly (readonly string[])[] = [
  ['button', 'link', 'cta'],
  ['title', 'heading', 'header', 'headline'],
  ['image', 'icon', 'picture', 'photo'],
  ['card', 'section', 'panel', 'box'],
  ['text', 'label', 'description', 'paragraph'],
  ['input', 'field', 'textbox'],
  ['badge', 'tag', 'chip'],
  ['list', 'table', 'menu'],
]

const ENDINGS = ['er', 'ing', 'ed', 'ion', 'y'] as const

/** Words that name components of the document: of ids, types and texts. */
function namesIn(document: Blueprint): ReadonlySet<string> {
  return new Set(
    JSON.stringify(document.components, (key, value: unknown) => (key === 'visual' ? undefined : value))
      .toLowerCase()
      .match(/\p{L}+/gu),
  )
}

const name: Damage = {
  kind: 'near name',
  what: 'a name that is nearly right: another form, joined, split, cut short, or of a similar thing that is not there',
  apply: (command, chance, document) => {
    const known = namesIn(document)
    const words = wordsOf(command)
    const named = words.filter(({ text }) => text.length >= 4 && known.has(text.toLowerCase()))
    const word = anyOf(chance, named)
    if (word === undefined) return null
    const { text } = word
    const others = CONFUSED.find((group) => group.includes(text.toLowerCase()))
    const next = words[words.indexOf(word) + 1]
    switch (chance.below(5)) {
      case 0: {
        const other = anyOf(chance, others?.filter((noun) => !known.has(noun)) ?? [])
        return other === undefined ? null : replaceAt(command, word, other)
      }
      case 1:
        return next === undefined || !named.includes(next) || command.slice(word.end, next.start) !== ' '
          ? null
          : replaceAt(command, { start: word.end, end: next.start }, '')
      case 2:
        return text.length < 6
          ? null
          : replaceAt(command, word, `${text.slice(0, text.length >> 1)} ${text.slice(text.length >> 1)}`)
      case 3:
        return text.length < 6 ? null : replaceAt(command, word, text.slice(0, 4))
      default:
        return replaceAt(command, word, text.replace(/[ey]$/, '') + chance.pick(ENDINGS))
    }
  },
}

export const damages: readonly Damage[] = [spelling, name, doubled, unit, parts, order]
