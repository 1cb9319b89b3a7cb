import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { readColor } from '../../decompose/read/read-color.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import { colorClass } from '../../document/color-class.ts'
import type { Spoken } from './frame.ts'
import { isEnd, PAGE, readThing, skipPage, wordSet } from './words.ts'

const CHANGES: ReadonlySet<string> = wordSet(
  'replace|change|turn|swap|recolor|recolour|convert|make|switch|set|substitute|update|replacing|repaint|exchange',
)
const ALL: ReadonlySet<string> = wordSet('all|every|each|any|everything|all the|all of the|whatever|anything')
const PARTS: ReadonlySet<string> = wordSet(
  'color|colors|colour|colours|parts|bits|elements|things|ones|everywhere|tones|shades|accents|stuff|areas',
)

interface Said {
  readonly from: string
  readonly hex: string
}

/** A color as a class of hues, if its name is that of one. */
function readClass(cursor: Cursor): Said | null {
  const { word, token, senses } = cursor.peek()
  const hex = readColor(cursor)
  if (hex === null) return null
  const isPlain = token.kind === 'word' && senses.color !== undefined && colorClass(word) !== null
  return { from: isPlain ? word : hex, hex }
}

const MOODS: ReadonlySet<string> = wordSet('warm|nice|pure|classic|clean|rich|cool|calm|lovely|nicer|our')

function readTo(cursor: Cursor): string | null {
  cursor.take('a')
  takeOneOf(cursor, MOODS)
  const hex = readColor(cursor)
  if (hex !== null) takeOneOf(cursor, PARTS)
  return hex
}

/** "replace all blue by green", "change the blue to navy", "everything red should be #1D4ED8". */
function readRecolor(cursor: Cursor): Wish | null {
  const isLed = takeOneOf(cursor, CHANGES)
  let every = false
  let named = false
  while (true) {
    if (takeOneOf(cursor, ALL)) every = true
    else if (cursor.take('the')) named = true
    else if (cursor.take('that') || (every && cursor.take('be')) || cursor.takeWord('of')) continue
    else break
  }
  if (!isLed && !every) return null
  const from = readClass(cursor)
  if (from === null || (!named && !every && !isLed)) return null
  takeOneOf(cursor, PARTS)
  const before = readWhere(cursor)
  const linked =
    cursor.take('to') ||
    cursor.take('with') ||
    cursor.take('into') ||
    cursor.take('by') ||
    cursor.take('becomes') ||
    cursor.take('should') ||
    cursor.take('be') ||
    cursor.takeWord('for', 'becomes', 'become') ||
    (every && !isLed)
  if (!linked) return null
  cursor.take('be')
  const to = readTo(cursor)
  if (to === null) return null
  cursor.takeWord('instead')
  const where = before ?? readWhere(cursor)
  if (!isEnd(cursor)) return null
  const change = { from: from.from, to, every } as const
  return where === null || where === 'all'
    ? { kind: 'deed', deed: { kind: 'recolor', ...change, every: every || where === 'all' } }
    : { kind: 'act', target: where, act: { kind: 'recolor', ...change } }
}

const EVERYWHERE: ReadonlySet<string> = wordSet('everywhere|throughout|overall')

function readWhere(cursor: Cursor): Reference | 'all' | null {
  const isAll = takeOneOf(cursor, EVERYWHERE)
  if (skipPage(cursor) || isAll) return 'all'
  return cursor.attempt((c) => {
    if (c.senses.relation !== 'inside' && c.senses.relation !== 'on') return null
    c.at++
    return readThing(c)
  })
}

const MODES: ReadonlyMap<string, 'dark' | 'light'> = new Map([
  ['dark', 'dark'],
  ['night', 'dark'],
  ['light', 'light'],
  ['day', 'light'],
])
const THEMES: ReadonlySet<string> = wordSet(
  'mode|theme|version|color scheme|colour scheme|scheme|palette|color theme|colour theme|appearance|skin|themed',
)
const LEADS: ReadonlySet<string> = wordSet(
  'make|apply|switch|turn|use|enable|add|set|give|go|change|convert|turn on|put|activate|set up|create|want|have|to|into|in|a|the|this|it|me|us|page|screen|everything|app|site|website|whole|design|with|on|whole page|entire|for|over|its|theme',
)

/** "dark mode", "apply a dark theme", "switch the page to light mode". */
function readTheme(cursor: Cursor): Wish | null {
  let isThemeSaid = false
  while (cursor.peek().token.kind === 'word' && LEADS.has(cursor.peek().word)) {
    isThemeSaid ||= cursor.peek().word === 'theme'
    cursor.at++
  }
  const joined = takePhrase(cursor, JOINED)
  const mode = joined ?? MODES.get(cursor.peek().word)
  if (mode === undefined) return null
  if (joined === null) {
    cursor.at++
    if (!takeOneOf(cursor, THEMES) && !(isThemeSaid && isEnd(cursor))) return null
  }
  cursor.attempt((c) => {
    if (!c.takeWord('for', 'to')) return null
    while (c.take('the') || c.takeWord('this', 'whole'));
    return takeOneOf(c, PAGE) ? true : null
  })
  skipPage(cursor)
  cursor.takeWord('on')
  return isEnd(cursor) ? { kind: 'deed', deed: { kind: 'theme', mode } } : null
}

const JOINED: ReadonlyMap<string, 'dark' | 'light'> = new Map([
  ['darkmode', 'dark'],
  ['dark-mode', 'dark'],
  ['light-mode', 'light'],
  ['lightmode', 'light'],
])

const SCHEMES: ReadonlySet<string> = wordSet(
  'color scheme|colour scheme|scheme|palette|color palette|colour palette|color theme|colour theme',
)

/** "change the color scheme to blue", "use a green color scheme", "a purple theme". */
function readScheme(cursor: Cursor): Wish | null {
  while (
    cursor.peek().token.kind === 'word' &&
    LEADS.has(cursor.peek().word) &&
    !SCHEMES.has(cursor.peek().word) &&
    cursor.senses.color === undefined
  )
    cursor.at++
  const first = takeScheme(cursor)
  if (first) {
    skipPage(cursor)
    while (
      cursor.take('to') ||
      cursor.take('be') ||
      cursor.take('should') ||
      cursor.take('into') ||
      cursor.take('a') ||
      cursor.take('becomes')
    );
  }
  const color = readTo(cursor)
  if (color === null) return null
  if (!first && !takeScheme(cursor) && !cursor.takeWord('theme')) return null
  skipPage(cursor)
  return isEnd(cursor) ? { kind: 'deed', deed: { kind: 'scheme', color } } : null
}

/** "use forest green as the accent" */
function readUseAs(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('use', 'make', 'set', 'take', 'have')) return null
  const color = readColor(cursor)
  if (color === null || (!cursor.take('as') && !cursor.take('for'))) return null
  while (cursor.take('the') || cursor.take('a'));
  const { token } = cursor.senses
  if (token !== 'primaryColor' && token !== 'accentColor') return null
  cursor.at++
  cursor.takeWord('color', 'colour')
  return isEnd(cursor) ? { kind: 'token', token, value: color } : null
}

function takeScheme(cursor: Cursor): boolean {
  if (takeOneOf(cursor, SCHEMES)) return true
  // "color scheme" is no phrase of the vocabulary.
  return takePhrase(cursor, SCHEME_PHRASES) !== null
}

const SCHEME_PHRASES: ReadonlyMap<string, true> = new Map([...SCHEMES].map((words) => [words, true] as const))

const CHANGES_OR_ALL: ReadonlySet<string> = new Set([...CHANGES, ...ALL])
const THEMED: ReadonlySet<string> = wordSet(
  'mode|theme|themed|scheme|palette|version|appearance|skin|darkmode|dark-mode|light-mode|lightmode',
)

const USES: ReadonlySet<string> = wordSet('use|make|set|take|have')

/** Colors of everything: replaced, turned to dark or light, or to another hue. */
export const recoloring: readonly Spoken[] = [
  { name: 'recolor', stake: 'look', cost: 0, needs: CHANGES_OR_ALL, read: readRecolor },
  { name: 'dark-or-light', stake: 'look', cost: -2, needs: THEMED, read: readTheme },
  { name: 'use-as', stake: 'look', cost: -2, needs: USES, read: readUseAs },
  { name: 'scheme', stake: 'look', cost: 0, needs: THEMED, read: readScheme },
]
