import { Misshapen } from '../json/format.ts'
import type { Item } from '../json/format.ts'
import { isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'

/** The list in which an element holds others, and what stands there. */
interface ListSpec {
  readonly key: string
  readonly takes: string
}

const LISTS: Readonly<Record<string, ListSpec>> = {
  Container: { key: 'items', takes: 'element' },
  Column: { key: 'items', takes: 'element' },
  TableCell: { key: 'items', takes: 'element' },
  ColumnSet: { key: 'columns', takes: 'column' },
  ImageSet: { key: 'images', takes: 'image of a set' },
  Table: { key: 'rows', takes: 'table row' },
  TableRow: { key: 'cells', takes: 'table cell' },
  RichTextBlock: { key: 'inlines', takes: 'inline' },
  ActionSet: { key: 'actions', takes: 'action' },
  FactSet: { key: 'facts', takes: 'part:facts' },
  'Input.ChoiceSet': { key: 'choices', takes: 'part:choices' },
}

const NOUNS: Readonly<Record<string, string>> = {
  TextBlock: 'text',
  TextRun: 'text',
  RichTextBlock: 'text',
  Image: 'image',
  ImageSet: 'image_set',
  Container: 'container',
  ColumnSet: 'column_set',
  Column: 'column',
  Table: 'table',
  TableRow: 'row',
  TableCell: 'cell',
  FactSet: 'fact_set',
  Fact: 'fact',
  Choice: 'choice',
  ActionSet: 'action_set',
  Media: 'video',
  'Input.ChoiceSet': 'select',
  'Input.Toggle': 'checkbox',
}

/** Types of what stands in a list without saying what it is. */
const UNSAID: Readonly<Record<string, string>> = {
  column: 'Column',
  'table row': 'TableRow',
  'table cell': 'TableCell',
  'part:facts': 'Fact',
  'part:choices': 'Choice',
  inline: 'TextRun',
  'image of a set': 'Image',
}

/** Reads the elements of a card. */
export class CardReader {
  #hasTitle = false
  #templates = 0

  /** The elements of the body, and its actions as one list of their own. */
  card(card: JsonObject): Item[] {
    const items = this.#list(ownOf(card, 'body'), 'element')
    items.push(this.#actions(card))
    return items
  }

  #actions(card: JsonObject): Item {
    return {
      id: null,
      type: 'actions',
      own: 'list of actions',
      value: card,
      kind: 'list',
      at: '',
      list: '/actions',
      takes: 'action',
      fixed: 'it is the list of the card itself',
      children: this.#list(ownOf(card, 'actions'), 'action'),
    }
  }

  #list(list: unknown, takes: string): Item[] {
    if (list === undefined || list === null) return []
    if (!Array.isArray(list)) throw new Misshapen(`expected a list of what is called ${takes}`)
    return list.map((value: unknown) => this.#item(value, takes))
  }

  #item(value: unknown, takes: string): Item {
    if (!isObject(value)) return this.#plain(value, takes)
    const said = ownOf(value, 'type')
    const type = typeof said === 'string' ? said : (UNSAID[takes] ?? 'element')
    const spec = LISTS[type]
    const isHeading = type === 'TextBlock' && String(ownOf(value, 'style')).toLowerCase() === 'heading'
    const isTitle = isHeading && !this.#hasTitle
    if (isTitle) this.#hasTitle = true
    const id = ownOf(value, 'id')
    // A template is one element here and many on the screen: it stays in its list.
    const kind = Object.hasOwn(value, '$data') ? `template ${++this.#templates}` : takes
    return {
      id: typeof id === 'string' && id !== '' ? id : null,
      type: isHeading ? 'heading' : nounOf(type),
      ...(isTitle ? { role: 'title' } : {}),
      own: isHeading ? 'heading TextBlock' : takes === 'image of a set' ? 'Image of a set' : type,
      value,
      kind,
      ...(spec === undefined || !Array.isArray(ownOf(value, spec.key))
        ? {}
        : { list: `/${spec.key}`, takes: spec.takes }),
      children: [
        ...(spec === undefined ? [] : this.#list(ownOf(value, spec.key), spec.takes)),
        ...this.#inner(value, type),
      ],
    }
  }

  /** What stands in an element by itself: the card that an action shows, the value of a fact, the label of a toggle. */
  #inner(value: JsonObject, type: string): Item[] {
    const items: Item[] = []
    const card = ownOf(value, 'card')
    if (isObject(card) && type === 'Action.ShowCard') {
      items.push({
        id: null,
        type: 'shown_card',
        own: 'AdaptiveCard',
        value: card,
        kind: 'card',
        at: '/card',
        ...(Array.isArray(ownOf(card, 'body')) ? { list: '/body', takes: 'element' } : {}),
        fixed: 'it is what its action shows',
        children: [...this.#list(ownOf(card, 'body'), 'element'), this.#actions(card)],
      })
    }
    for (const key of ['selectAction', 'inlineAction']) {
      const action = ownOf(value, key)
      if (isObject(action))
        items.push({ ...this.#item(action, 'action'), at: `/${key}`, kind: 'single action' })
    }
    if (type === 'Fact') items.push(...this.#second(value, 'value', 'value'))
    if (type === 'Input.Toggle') items.push(...this.#second(value, 'label', 'label'))
    return items
  }

  #second(value: JsonObject, key: string, type: string): Item[] {
    if (typeof ownOf(value, key) !== 'string') return []
    return [this.#field(value, `/${key}`, type)]
  }

  #field(value: JsonObject, at: string, type: string): Item {
    return {
      id: null,
      type,
      own: 'text of its own',
      value: textObject(value, at),
      kind: 'field',
      at,
      fixed: 'it is a text of what holds it',
      children: [],
    }
  }

  #plain(value: unknown, takes: string): Item {
    return {
      id: null,
      type: typeof value === 'string' && takes === 'inline' ? 'text' : 'unknown',
      own: takes === 'inline' ? 'text of its own' : 'element',
      // A run of text may be a text alone.
      value: value as JsonObject,
      kind: takes,
      children: [],
    }
  }
}

/** The text itself: rows of a field begin at it. */
function textObject(value: JsonObject, at: string): JsonObject {
  return ownOf(value, at.slice(1)) as JsonObject
}

function nounOf(type: string): string {
  const known = NOUNS[type]
  if (known !== undefined) return known
  if (type.startsWith('Action.')) return 'button'
  if (type.startsWith('Input.')) return 'input'
  return 'unknown'
}
