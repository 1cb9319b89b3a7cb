import fc from 'fast-check'
import type { Blueprint, Box, Component } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import type { Change } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import type { PropertyName } from '../../src/document/native-table.ts'
import type { TokenAddress } from '../../src/document/token-address.ts'
import { Transaction } from '../../src/document/transaction.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'

/** Few values each, so that they often meet: equal colours, touching boxes, references with and without a token. */
const color = fc.oneof(
  // On white 4.47 and 3.03: what size and weight the text has decides.
  { weight: 6, arbitrary: fc.constantFrom('#000000', '#FFFFFF', '#777777', '#949494') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'rgb(0 0 0 / 50%)',
      'transparent',
      'nonsense',
      '$primary_color',
      '{colors.brand}',
      'token:missing',
    ),
  },
)
const gradient = fc.record({
  type: fc.constant('linear'),
  angle: fc.constantFrom(0, 180),
  stops: fc.array(color, { maxLength: 2 }),
})
const text = fc.constantFrom(null, '', ' ', 'Hello', 'Buy now', 'Sell', 'Hold')
const side = fc.constantFrom(0, 10, 20, 20.4, 21, 40, 60)
const size = fc.constantFrom(0.3, 10, 20, 23.9, 24, 43, 44, 60, 100)
const box: fc.Arbitrary<Box> = fc.tuple(side, side, size, size)
const ratio = fc.constantFrom<number | string>(0, 0.5, 1, '50%')

const innerLook = fc.record(
  { bg_color: color, text_color: color, hidden: fc.boolean(), gradient, border_top: fc.record({ color }) },
  { requiredKeys: [] },
)
const states = fc.record({ hover: innerLook, disabled: innerLook }, { requiredKeys: [] })
const devices = fc.record({ mobile: innerLook }, { requiredKeys: [] })
const position = fc.constantFrom('static', 'sticky', 'fixed')

const look = fc.record(
  {
    states,
    at: devices,
    position,
    pin: fc.constantFrom('', 'top left'),
    border_bottom: fc.record({ width: fc.constantFrom(1, 2), color }, { requiredKeys: [] }),
    placeholder_color: color,
    bg_color: color,
    text_color: color,
    border_color: color,
    gradient,
    font_size: fc.constantFrom<number | string>(12, 18, 19, 24, '2rem'),
    font_weight: fc.constantFrom<number | string>('bold', 'normal', 700, 400),
    opacity: ratio,
    hidden: fc.boolean(),
    width: size,
    height: size,
    price: fc.constantFrom<number | string>(12, '$19'),
    href: fc.constantFrom('', '/home'),
  },
  { requiredKeys: [] },
)

const TYPES = ['text', 'button', 'label', 'input', 'link', 'container', 'icon', 'cta']

/** Targets of labels: components that may be there, may go, may come, and one that never is. */
const linkTarget = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'n0', 'nowhere')

const bare = fc.record(
  {
    type: fc.constantFrom(...TYPES),
    role: fc.constantFrom(null, 'cta', 'content'),
    text,
    bbox: box,
    visual: look,
    for: linkTarget,
  },
  { requiredKeys: ['type'] },
)

interface Shape {
  readonly own: typeof bare extends fc.Arbitrary<infer T> ? T : never
  readonly inside: readonly Shape[]
}

const shape = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    own: bare,
    inside: depth === 0 ? fc.constant([]) : fc.array(shape(depth - 1), { maxLength: 3 }),
  })

function toComponent({ own, inside }: Shape, nextId: () => string): Component {
  const id = nextId()
  const component = { id, ...own } as unknown as Component
  return inside.length === 0
    ? component
    : { ...component, children: inside.map((inner) => toComponent(inner, nextId)) }
}

function counter(prefix: string): () => string {
  let next = 0
  return () => `${prefix}${next++}`
}

const tokenValues = fc.record(
  {
    primary_color: color,
    accent_color: color,
    base_spacing: fc.constantFrom(4, 8),
    border_radius: fc.constant('8px'),
    colors: fc.record({ brand: color }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)

export const blueprints: fc.Arbitrary<Blueprint> = fc
  .record({
    tokens: fc.option(tokenValues, { nil: undefined }),
    shapes: fc.array(shape(2), { minLength: 1, maxLength: 5 }),
  })
  .map(({ tokens, shapes }) => {
    const nextId = counter('c')
    const components = shapes.map((one) => toComponent(one, nextId))
    return tokens === undefined ? { components } : { tokens, components }
  })

/** What to do, with numbers that choose among the components there are at the moment. */
export type Action =
  | { readonly kind: 'box'; readonly at: number; readonly box: Box }
  | { readonly kind: 'write'; readonly at: number; readonly name: PropertyName; readonly value: unknown }
  | { readonly kind: 'insert'; readonly parent: number; readonly position: number; readonly shape: Shape }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'retype'; readonly at: number; readonly type: string }
  | { readonly kind: 'move'; readonly at: number; readonly parent: number; readonly position: number }
  | { readonly kind: 'token'; readonly name: TokenAddress; readonly value: string }
  | { readonly kind: 'wrap'; readonly at: number; readonly own: Shape['own'] }
  | { readonly kind: 'undo-last' }

const choice = fc.nat({ max: 30 })

function writes(name: PropertyName, value: fc.Arbitrary<unknown>): fc.Arbitrary<Action> {
  return fc.record({ kind: fc.constant('write' as const), at: choice, name: fc.constant(name), value })
}

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('box' as const), at: choice, box }) },
  writes('background', color),
  writes('textColor', color),
  writes('borderColor', fc.option(color, { nil: undefined })),
  writes('gradient', gradient),
  writes('hidden', fc.boolean()),
  writes('opacity', ratio),
  writes('text', text),
  writes('price', fc.constantFrom('', '$5')),
  writes('href', fc.constantFrom('', '/x')),
  writes('fontSize', fc.constantFrom(12, 19, 24)),
  writes('fontWeight', fc.constantFrom('bold', 400)),
  writes('height', size),
  writes('width', size),
  writes('shadow', fc.constantFrom<unknown>('sm', 5, '$missing')),
  writes('states', fc.oneof(states, fc.constant(undefined))),
  writes('devices', devices),
  writes('positioning', position),
  writes('pin', fc.constantFrom('', 'top left')),
  writes('borderLeft', fc.record({ color })),
  fc.record({ kind: fc.constant('retype' as const), at: choice, type: fc.constantFrom(...TYPES) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      parent: choice,
      position: choice,
      shape: shape(1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: choice }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      at: choice,
      parent: choice,
      position: choice,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('token' as const),
      name: fc.constantFrom('primaryColor' as const, 'accentColor' as const, '/colors/brand' as const),
      value: color,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wrap' as const), at: choice, own: bare }) },
  fc.constant({ kind: 'undo-last' as const }),
)

export const actions: fc.Arbitrary<readonly Action[]> = fc.array(action, { minLength: 1, maxLength: 8 })

/** Runs the actions as one command would, and returns the change with the index carried to its result. */
export function change(
  blueprint: Blueprint,
  todo: readonly Action[],
): { readonly change: Change; readonly index: DocumentIndex } {
  const index = new DocumentIndex(blueprint)
  return { change: changeFurther(index, todo, 'n'), index }
}

/** @param prefix of the ids of new components */
export function changeFurther(index: DocumentIndex, todo: readonly Action[], prefix: string): Change {
  const transaction = new Transaction(index)
  const nextId = counter(prefix)
  for (const one of todo) act(transaction, one, nextId)
  return commit(transaction)
}

function act(transaction: Transaction, one: Action, nextId: () => string): void {
  const { index } = transaction
  const nodes = index.all()
  const pick = (at: number): TreeNode | undefined => nodes[at % Math.max(1, nodes.length)]
  switch (one.kind) {
    case 'box': {
      const node = pick(one.at)
      if (node !== undefined) transaction.setBox(node, one.box)
      return
    }
    case 'write': {
      const node = pick(one.at)
      if (node !== undefined) transaction.write(node, one.name, one.value)
      return
    }
    case 'insert': {
      const parent = one.parent % 3 === 0 ? null : (pick(one.parent) ?? null)
      const position = one.position % (index.childrenUnder(parent).length + 1)
      transaction.insert(toComponent(one.shape, nextId), parent, position)
      return
    }
    case 'remove': {
      const node = pick(one.at)
      if (node !== undefined) transaction.remove(node)
      return
    }
    case 'retype': {
      const node = pick(one.at)
      if (node !== undefined) transaction.retype(node, one.type)
      return
    }
    case 'move': {
      const node = pick(one.at)
      const parent = one.parent % 3 === 0 ? null : (pick(one.parent) ?? null)
      if (node === undefined || (parent !== null && (parent === node || parent.isInside(node)))) return
      const siblings = index.childrenUnder(parent).length - (node.parent === parent ? 1 : 0)
      transaction.move(node, parent, one.position % (siblings + 1))
      return
    }
    case 'wrap': {
      const node = pick(one.at)
      if (node === undefined) return
      const container = {
        id: nextId(),
        ...one.own,
        ...(node.box === null ? {} : { bbox: node.box }),
      } as unknown as Component
      transaction.move(node, transaction.insert(container, node.parent, node.position), 0)
      return
    }
    case 'token':
      transaction.writeToken(one.name, one.value)
      return
    case 'undo-last':
      if (transaction.log.length > 0) transaction.rollback(transaction.log.length - 1)
  }
}
