import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { takeOneOf } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Spoken } from './frame.ts'
import { isEnd, readThing, wordSet } from './words.ts'

const TURNS: ReadonlySet<string> = wordSet('turn|convert|change|transform|make|switch|replace')

/** Kinds by the words for them, singular and plural. */
const KINDS: ReadonlyMap<string, string> = new Map(
  [
    'button|buttons|btn',
    'link|links|text link|hyperlink',
    'text|texts|plain text|label|labels|paragraph|paragraphs',
    'heading|headings|headline',
    'container|containers',
    'card|cards',
    'section|sections',
    'input|inputs|text field|text fields|input field|field|single line input',
    'textarea|text area|textareas|multiline field|multi-line field|text areas',
    'select|dropdown|dropdowns|drop-down|drop down|selects',
    'search|search field|search box|search bar',
    'checkbox|checkboxes|tick boxes|tick box|check boxes',
    'switch|switches|toggle|toggles',
    'radio|radios|radio button|radio buttons',
  ].flatMap((names) => {
    const [type] = names.split('|')
    return names.split('|').map((name) => [name, type!] as const)
  }),
)

/** "turn the link into a button", "make the list items checkboxes", "convert the checkbox to a switch". */
function readRetype(cursor: Cursor): Wish | null {
  const { word } = cursor.peek()
  if (!takeOneOf(cursor, TURNS)) return null
  const target = readThing(cursor)
  if (target === null) return null
  const isInto = cursor.take('into')
  const isTo = !isInto && (cursor.take('to') || cursor.take('as') || cursor.take('with'))
  const hasArticle = cursor.take('a')
  if (!isInto && !hasArticle && cursor.senses.plural !== true) return null
  if (!isInto && !isTo && word !== 'make') return null
  const type = KINDS.get(cursor.peek().word)
  if (type === undefined || cursor.peek().token.capital === true) return null
  cursor.at++
  cursor.takeWord('instead')
  return isEnd(cursor) ? { kind: 'act', target, act: { kind: 'retype', type } } : null
}

/** "X should be a button" */
function readShouldBe(cursor: Cursor): Wish | null {
  const target = readThing(cursor)
  if (target === null || !cursor.take('should')) return null
  cursor.take('be')
  const hasArticle = cursor.take('a')
  if (!hasArticle && cursor.senses.plural !== true) return null
  const type = KINDS.get(cursor.peek().word)
  if (type === undefined) return null
  cursor.at++
  cursor.takeWord('instead')
  return isEnd(cursor) ? { kind: 'act', target, act: { kind: 'retype', type } } : null
}

const ADDS: ReadonlySet<string> = wordSet('add|put|use|insert|show|include|give|set|place')
const ICONS: ReadonlySet<string> = wordSet('icon|icons|symbol|glyph')

/** "a cart icon", "an arrow", "cart icons". Empty for an icon without a name. */
function readIcon(cursor: Cursor): string | null {
  const hasArticle = cursor.take('a') || cursor.take('the')
  const { token, word } = cursor.peek()
  if (takeOneOf(cursor, ICONS)) return ''
  if (token.kind === 'quoted' && ICONS.has(cursor.peek(1).word)) {
    cursor.at += 2
    return token.word
  }
  if (token.kind !== 'word' || !hasArticle) return null
  const second = cursor.peek(1)
  if (ICONS.has(second.word)) {
    cursor.at += 2
    return word
  }
  if (second.token.kind === 'word' && ICONS.has(cursor.peek(2).word)) {
    cursor.at += 3
    return `${word}-${second.word}`
  }
  return null
}

/** "add a cart icon to the button", "give the button an arrow icon". */
function readAddIcon(cursor: Cursor): Wish | null {
  const { word } = cursor.peek()
  if (!takeOneOf(cursor, ADDS)) return null
  if (word === 'give') {
    const target = readThing(cursor)
    const icon = target === null ? null : readIcon(cursor)
    return icon !== null && isEnd(cursor) ? iconOf(target!, icon) : null
  }
  const icon = readIcon(cursor)
  if (icon === null) return null
  const { relation } = cursor.senses
  const led =
    cursor.take('to') ||
    cursor.take('for') ||
    (relation === 'on' || relation === 'inside' ? cursor.at++ >= 0 : false)
  if (!led) return null
  const target = readThing(cursor)
  return target !== null && isEnd(cursor) ? iconOf(target, icon) : null
}

function iconOf(target: Reference, icon: string): Wish {
  return { kind: 'act', target, act: { kind: 'icon', icon } }
}

/** "remove the icon from the button", "the buttons without icons". */
function readRemoveIcon(cursor: Cursor): Wish | null {
  if (!cursor.takeVerb('delete', 'hide')) return null
  while (cursor.take('the') || cursor.senses.quantity === 'all')
    if (cursor.senses.quantity === 'all') cursor.at++
  if (!takeOneOf(cursor, ICONS)) return null
  const { relation } = cursor.senses
  if (!cursor.take('from') && relation !== 'on' && relation !== 'of' && relation !== 'inside') return null
  if (relation === 'on' || relation === 'of' || relation === 'inside') cursor.at++
  const target = readThing(cursor)
  return target !== null && isEnd(cursor) ? { kind: 'act', target, act: { kind: 'icon', icon: null } } : null
}

/** Another kind of component, and icons. */
export const kinds: readonly Spoken[] = [
  { name: 'retype', stake: 'structure', cost: 0, needs: TURNS, read: readRetype },
  {
    name: 'retype-wish',
    stake: 'structure',
    cost: 2,
    needs: wordSet('should|must|needs'),
    read: readShouldBe,
  },
  { name: 'icon', stake: 'look', cost: -2, needs: ICONS, read: readAddIcon },
  { name: 'no-icon', stake: 'look', cost: -1, needs: ICONS, read: readRemoveIcon },
]
