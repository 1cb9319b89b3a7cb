import type { Dialect } from 'blueprint-command-engine'
import { jsonDialect } from '../json/dialect.ts'
import type { Created, JsonFormat, JsonReading, NewItem } from '../json/format.ts'
import { isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import type { Row } from '../json/row.ts'
import { nounsOf, vocabularyOf } from '../json/vocabulary.ts'
import { CardReader } from './read-card.ts'
import { cardRows, rowsOf } from './rows.ts'

const format: JsonFormat = {
  name: 'adaptive-cards',
  title: 'Adaptive Cards',
  recognise: (source) => isObject(source) && ownOf(source, 'type') === 'AdaptiveCard',
  read,
  locate: null,
  flat: null,
  binding: (value) => (typeof value === 'string' ? templateIn(value) : null),
  create,
  copy: (value, fresh) => withIds(value, fresh) as JsonObject,
}

/** Microsoft's Adaptive Cards, to version 1.6. */
export const adaptiveCards: Dialect = jsonDialect(format)

function read(source: unknown): JsonReading {
  const card = source as JsonObject
  const said = ownOf(card, 'version')
  const version = typeof said === 'string' ? Number.parseFloat(said) : Number.NaN
  const known = new Map<string, readonly Row[]>()
  return {
    items: new CardReader().card(card),
    topList: '/body',
    topTakes: 'element',
    vocabulary,
    rows(own) {
      let rows = known.get(own)
      if (rows === undefined) {
        rows = rowsOf(own, Number.isFinite(version) ? version : 1.6)
        known.set(own, rows)
      }
      return rows
    },
  }
}

const vocabulary = vocabularyOf(
  [...Object.values(cardRows), rowsOf('Input.Text', 1.6)],
  [
    { words: 'required', key: 'isRequired', value: true },
    { words: 'optional', key: 'isRequired', value: false },
    { words: 'subtle', key: 'isSubtle', value: true },
    { words: 'not subtle', key: 'isSubtle', value: false },
    { words: 'enabled', key: 'isEnabled', value: true },
    { words: 'disabled', key: 'isEnabled', value: false },
    { words: 'multiline', key: 'isMultiline', value: true },
    { words: 'highlighted', key: 'highlight', value: true },
    { words: 'strikethrough', key: 'strikethrough', value: true },
  ],
  [
    { words: 'disable', key: 'isEnabled', value: false },
    { words: 'enable', key: 'isEnabled', value: true },
    { words: 'require', key: 'isRequired', value: true },
    { words: 'highlight', key: 'highlight', value: true },
  ],
  [
    ...nounsOf(['ColumnSet', 'FactSet', 'ActionSet', 'ImageSet']),
    { words: 'fact', type: 'fact' },
    { words: 'choice', type: 'choice' },
  ],
)

/** `${...}` of adaptivecards-templating; `{{DATE(...)}}` is text that the host formats. */
function templateIn(text: string): string | null {
  const start = text.indexOf('${')
  if (start < 0) return null
  const end = text.indexOf('}', start)
  return end < 0 ? null : text.slice(start, end + 1)
}

const NEW_TEXTS: Readonly<Record<string, string>> = {
  heading: 'heading',
  title: 'heading',
  subtitle: 'default',
}

function create({ noun, text, id }: NewItem): Created | string {
  const said = text ?? ''
  const element = (value: JsonObject): Created => ({ own: String(value['type']), value, kind: 'element' })
  switch (noun) {
    case 'text':
    case 'description':
    case 'label':
    case 'paragraph':
    case 'subtitle':
      return element({ type: 'TextBlock', text: said })
    case 'heading':
    case 'title':
      return {
        own: 'heading TextBlock',
        value: { type: 'TextBlock', text: said, style: NEW_TEXTS[noun]! },
        kind: 'element',
      }
    case 'image':
      return element({ type: 'Image', url: said })
    case 'container':
    case 'section':
      return element({ type: 'Container', items: [] })
    case 'input':
      return element({ type: 'Input.Text', id, label: said })
    case 'checkbox':
    case 'switch':
      return element({ type: 'Input.Toggle', id, title: said })
    case 'select':
      return element({ type: 'Input.ChoiceSet', id, label: said, choices: [] })
    case 'button':
    case 'cta':
      return { own: 'Action.Submit', value: { type: 'Action.Submit', title: said }, kind: 'action' }
    case 'link':
      return {
        own: 'Action.OpenUrl',
        value: { type: 'Action.OpenUrl', title: said, url: '' },
        kind: 'action',
      }
    case 'fact':
      return { own: 'Fact', value: { title: said, value: '' }, kind: 'part:facts' }
    case 'choice':
    case 'option':
      return { own: 'Choice', value: { title: said, value: said }, kind: 'part:choices' }
    default:
      return `Adaptive Cards has no ${noun.replaceAll('_', ' ')}; it can have a text, heading, image, container, button, link, input, checkbox or select.`
  }
}

/** Ids of a copy, wherever they stand in it. */
function withIds(value: unknown, fresh: (old: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, fresh))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'id' && typeof inner === 'string' && typeof value['type'] === 'string'
        ? fresh(inner)
        : withIds(inner, fresh),
    ]),
  )
}
