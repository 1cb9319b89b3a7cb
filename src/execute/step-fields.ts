import { isJsonObject, own } from '../base/json.ts'
import { outOfScopeKinds } from '../command/request.ts'
import type { StepKind } from '../command/step.ts'
import { variants } from '../document/look-table.ts'
import { properties, tokens } from '../document/native-table.ts'
import {
  count,
  factor,
  flag,
  list,
  nameIn,
  number,
  object,
  oneOf,
  optional,
  pixels,
  plain,
  record,
  text,
  variant,
  word,
} from './step-field.ts'
import type { Field, Fields } from './step-field.ts'

const property = nameIn(properties, 'the name of a property')

const target: Field = {
  expected: 'an id, or { madeBy: an earlier step }',
  isOptional: false,
  read(value, place) {
    if (typeof value === 'string' && value.length <= place.maxTextLength) return value
    const made = isJsonObject(value) && Object.keys(value).length === 1 ? own(value, 'madeBy') : undefined
    if (Number.isInteger(made) && (made as number) >= 0 && (made as number) < place.step)
      return { madeBy: made }
    place.report(place.path, target.expected, made ?? value)
    return undefined
  },
}

const targets: Field = {
  expected: 'targets: an array of ids',
  isOptional: false,
  read(value, place) {
    if (!Array.isArray(value) || value.length === 0 || value.length > place.maxComponents) {
      place.report(place.path, `1 to ${place.maxComponents} targets`, value)
      return undefined
    }
    const read: unknown[] = []
    for (let i = 0; i < value.length; i++) {
      const one = target.read(value[i], { ...place, path: `${place.path}[${i}]` })
      // One wrong target says enough about a list of thousands.
      if (one === undefined) return undefined
      read.push(one)
    }
    return read
  },
}

const gradient = object('a gradient', {
  type: oneOf('linear'),
  angle: number,
  stops: {
    expected: '2 to 16 colors',
    isOptional: false,
    read(value, place) {
      if (
        Array.isArray(value) &&
        value.length >= 2 &&
        value.length <= 16 &&
        value.every((stop) => typeof stop === 'string' && stop.length <= 100)
      )
        return [...(value as string[])]
      place.report(place.path, '2 to 16 colors', value)
      return undefined
    },
  },
})

const borderSide = object('one side of a border', {
  width: optional(pixels),
  style: optional(word),
  color: optional(word),
})

const styleValue: Field = {
  expected: 'a string, a number, true, false, null, a gradient or one side of a border',
  isOptional: false,
  read(value, place) {
    if (value === null || typeof value === 'boolean') return value
    if (typeof value === 'string') return text.read(value, place)
    if (isJsonObject(value)) return ('stops' in value ? gradient : borderSide).read(value, place)
    if (typeof value === 'number') return number.read(value, place)
    place.report(place.path, styleValue.expected, value)
    return undefined
  },
}

const tokenValue: Field = {
  expected: 'a string or a number',
  isOptional: false,
  read: (value, place) => (typeof value === 'number' ? number : text).read(value, place),
}

const measure = variant('a measure', {
  to: { px: pixels },
  factor: { factor },
  by: { px: pixels },
  share: { share: factor },
})

const place = variant('a place', {
  before: { anchor: target },
  after: { anchor: target },
  inside: { anchor: target, at: oneOf('start', 'end') },
  first: {},
  last: {},
  up: {},
  down: {},
  screen: { at: oneOf('start', 'end', 'very-end') },
})

const newComponent = object('a new component', {
  type: word,
  text: optional(text),
  role: optional(word),
  properties: optional(
    object(
      'properties',
      Object.fromEntries(Object.keys(properties).map((name) => [name, optional(styleValue)])),
    ),
  ),
})

const inVariant = optional(nameIn(variants, `one of ${Object.keys(variants).join(', ')}`))

const spot = oneOf(
  'top left',
  'top',
  'top right',
  'left',
  'center',
  'right',
  'bottom left',
  'bottom',
  'bottom right',
)
const boxLine = oneOf('left', 'center', 'right', 'top', 'middle', 'bottom')
const axis = oneOf('x', 'y')
const colorProperty = oneOf('background', 'textColor', 'borderColor')

const slotValue: Field = {
  expected: 'a string, a list of strings or a list of items',
  isOptional: false,
  read(value, place) {
    if (typeof value === 'string') return text.read(value, place)
    const isItems = Array.isArray(value) && value.some((item) => isJsonObject(item))
    return (isItems ? items : texts).read(value, place)
  },
}
const MAX_LISTED = 100
const texts = list('a list of texts', text, MAX_LISTED)
const items = list('a list of items', record('an item', text, MAX_LISTED), MAX_LISTED)

/** What a question may be about no component at all. */
const anyTargets = list('targets: an array of ids', target, 100_000)

const asked = { targets: anyTargets, what: text }
const question = variant('a question', {
  count: asked,
  list: asked,
  exists: asked,
  value: { targets, property },
  token: { token: nameIn(tokens, 'the name of a token') },
  contents: { targets },
})

const textEdit = variant('an edit', {
  replace: { find: word, with: text, part: optional(flag) },
  remove: { find: word, part: optional(flag) },
  append: { text: word },
  prepend: { text: word },
})

/** The keys of every kind of step. */
export const fields: { readonly [K in StepKind]: Fields } = {
  set: { targets, property, value: styleValue, variant: inVariant },
  own: {
    targets,
    key: text,
    value: plain(
      'a string, a number, true, false or null',
      (value, { maxTextLength }) =>
        value === null ||
        typeof value === 'boolean' ||
        (typeof value === 'number' && Number.isFinite(value)) ||
        (typeof value === 'string' && value.length <= maxTextLength),
    ),
  },
  adjust: { targets, property, factor: optional(number), by: optional(number), variant: inVariant },
  resize: {
    targets,
    width: optional(measure),
    height: optional(measure),
    font: optional(measure),
    variant: inVariant,
  },
  lightness: { targets, property: colorProperty, factor, variant: inVariant },
  shadow: { targets, by: oneOf(1, -1), variant: inVariant },
  pill: { targets, variant: inVariant },
  move: { targets, place },
  shift: { targets, dx: pixels, dy: pixels },
  'place-at': { targets, x: optional(pixels), y: optional(pixels) },
  align: { targets, to: oneOf('left', 'center', 'right', 'top', 'middle', 'bottom') },
  swap: { a: target, b: target },
  add: {
    component: newComponent,
    place: optional(place),
    count: optional(count),
    like: optional(target),
    likeKind: optional(flag),
    inEach: optional(targets),
    at: optional(oneOf('start', 'end')),
  },
  duplicate: { targets, place: optional(place), count: optional(count) },
  delete: { targets },
  wrap: { targets, container: newComponent, each: flag },
  token: {
    token: nameIn(tokens, 'the name of a token'),
    value: optional(tokenValue),
    by: optional(number),
    factor: optional(number),
    lightness: optional(factor),
  },
  layout: {
    targets,
    as: oneOf('row', 'column', 'grid'),
    columns: optional(count),
    gap: optional(pixels),
    variant: inVariant,
  },
  'place-in': { targets, at: spot, container: optional(target) },
  distance: {
    targets,
    px: optional(pixels),
    by: optional(number),
    axis: optional(axis),
    side: optional(oneOf('top', 'right', 'bottom', 'left')),
  },
  'align-with': { targets, with: target, edge: boxLine, to: optional(boxLine) },
  distribute: { targets, axis: optional(axis), gap: optional(pixels) },
  span: { targets, of: oneOf('parent', 'screen') },
  fit: { targets },
  pin: { targets, at: spot, position: optional(oneOf('fixed', 'sticky')) },
  shape: { targets, shape: oneOf('circle', 'square'), px: optional(pixels) },
  saturation: { targets, property: colorProperty, factor, variant: inVariant },
  look: {
    targets,
    look: oneOf('outline', 'text', 'filled'),
    color: optional(word),
    variant: inVariant,
  },
  match: {
    targets,
    model: optional(target),
    properties: optional(list('names of properties', property, MAX_LISTED)),
  },
  recolor: { from: word, to: word, every: optional(flag), targets: optional(targets) },
  theme: { mode: oneOf('dark', 'light') },
  scheme: { color: word },
  retype: { targets, type: word },
  'edit-text': { targets: optional(targets), edit: textEdit },
  number: {
    targets,
    change: object('a change of an amount', {
      factor: optional(number),
      by: optional(number),
      to: optional(number),
      roundTo: optional(number),
    }),
  },
  section: {
    template: word,
    slots: optional(record('slots', slotValue, MAX_LISTED)),
    place: optional(place),
  },
  'one-more': {
    like: targets,
    texts: optional(object('texts', { name: optional(text), amount: optional(text), rest: optional(texts) })),
    place: optional(place),
    count: optional(count),
  },
  ask: { question },
  history: {
    action: oneOf('undo', 'redo', 'undo-change', 'restore'),
    count: optional(count),
    targets: optional(targets),
    property: optional(property),
  },
  'out-of-scope': { about: nameIn(outOfScopeKinds, `one of ${Object.keys(outOfScopeKinds).join(', ')}`) },
}
