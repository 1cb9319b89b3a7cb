import { fail, ok } from '../../base/result.ts'
import type { Step, Target } from '../../command/step.ts'
import { roleOf, textOf, typeOf } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Act } from '../act.ts'
import type { Reference } from '../reference.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import { lowerOneMore } from './lower-one-more.ts'
import type { LowerContext, LowerFailure, Lowering } from './lowering.ts'
import { newComponent } from './new-component.ts'
import { byId, withTargets } from './with-targets.ts'

/** The step that does something with what a phrase names. */
export function lowerAct(target: Reference, act: Act, context: LowerContext): Lowering {
  switch (act.kind) {
    case 'ask':
      return lowerAsk(target, act, context)
    case 'one-more':
      return lowerOneMore(target, act, context)
    case 'match':
      return act.model === null
        ? withTargets(target, context, ({ targets }) => [matched(targets, undefined, act.properties)])
        : withModel(act.model, context, (model) =>
            withTargets(target, context, ({ targets }) => [matched(targets, model, act.properties)]),
          )
    case 'align-with':
      return withModel(act.with, context, (model) =>
        withTargets(target, context, ({ targets }) => [
          {
            kind: 'align-with',
            targets,
            with: model,
            edge: act.edge,
            ...(act.to === undefined ? {} : { to: act.to }),
          },
        ]),
      )
    case 'edit-text':
      return withTargets(target, { ...context, takesParts: true }, ({ targets }) =>
        act.isLeaf === true && targets.some((one) => holds(one, context))
          ? isNoLeaf(target)
          : [{ kind: 'edit-text', edit: act.edit, targets }],
      )
    case 'number':
      return isAllPrices(target)
        ? lowerPrices(target, act, context)
        : withTargets(pricedOf(allOf(target), context), { ...context, takesParts: true }, ({ targets }) => [
            { ...act, targets },
          ])
    default:
      return withTargets(target, context, ({ targets }) => stepsOf(act, targets, context))
  }
}

const PRICES: ReadonlySet<string> = new Set(['prices', 'amounts', 'costs'])

/** "all prices", wherever they stand. */
function isAllPrices({ noun, names, relations, filters, said, parts, ordinals, except }: Reference): boolean {
  const words = [...names, ...(noun === null ? [] : [noun])]
  return (
    words.length === 1 &&
    PRICES.has(words[0]!) &&
    relations.length + filters.length + parts.length + ordinals.length + except.length === 0 &&
    said === null
  )
}

/** Of several that a name fits the one with a price. */
function pricedOf(reference: Reference, context: LowerContext): Reference {
  const found = resolveReference(reference, { ...context, takesParts: true })
  if (found.ok || found.error.code !== 'reference-ambiguous') return reference
  const priced = found.error.candidates.filter((id) => {
    const node = context.index.node(id)
    return node !== undefined && hasPrice(node, context)
  })
  return priced.length === 1 ? byId(reference, priced[0]!) : reference
}

function hasPrice(node: TreeNode, { transaction }: LowerContext): boolean {
  return (
    (transaction.read(node, 'price') ?? undefined) !== undefined ||
    typeOf(node.component) === 'price' ||
    roleOf(node.component) === 'price' ||
    /^\s{0,3}[$€£¥]\s?\d/.test(textOf(node.component) ?? '')
  )
}

/** What states a price, or is one. */
function lowerPrices(
  reference: Reference,
  act: Extract<Act, { kind: 'number' }>,
  context: LowerContext,
): Lowering {
  const targets = context.index.all().flatMap((node) => (hasPrice(node, context) ? [node.id] : []))
  if (targets.length > 0)
    return ok({
      steps: [{ ...act, targets }],
      targets,
      why: 'has a price',
      reference,
      makes: -1,
    })
  return fail({
    code: 'reference-unknown',
    reference,
    candidates: [],
    message: `nothing in the document fits "${reference.phrase}"`,
  })
}

/** "the prices" are all of them. */
function allOf(target: Reference): Reference {
  return target.plural && target.quantity === null && target.parts.length === 0
    ? { ...target, quantity: 'all' }
    : target
}

type Simple = Exclude<
  Act,
  { readonly kind: 'ask' | 'one-more' | 'match' | 'align-with' | 'edit-text' | 'number' }
>

function stepsOf(
  act: Simple,
  targets: readonly Target[],
  context: LowerContext,
): readonly Step[] | LowerFailure {
  switch (act.kind) {
    case 'ask-value':
      return valueQuestions(act.properties, targets, context)
    case 'undo-change':
      return [{ kind: 'history', action: 'undo-change', targets }]
    case 'restore':
      return [{ kind: 'history', action: 'restore', targets, property: act.property }]
    case 'recolor':
      return [{ ...act, targets }]
    case 'distance':
    case 'distribute':
    case 'retype':
      return [{ ...act, targets }]
    case 'icon':
      return iconSteps(act.icon, targets, context)
    case 'in-each':
      return inEach(act, targets)
    case 'like-others':
      return likeOthers(context)
  }
}

function matched(
  targets: readonly Target[],
  model: Target | undefined,
  properties: readonly PropertyName[] | null,
): Step {
  return {
    kind: 'match',
    targets,
    ...(model === undefined ? {} : { model }),
    ...(properties === null ? {} : { properties }),
  }
}

/** None is an answer to a question, and no error. */
function lowerAsk(
  target: Reference,
  { ask, what }: Extract<Act, { kind: 'ask' }>,
  context: LowerContext,
): Lowering {
  const found = resolveReference(target, context)
  if (!found.ok && (ask === 'contents' || found.error.code !== 'reference-unknown')) {
    if (ask === 'contents' || found.error.candidates.length === 0) return found
    const targets = found.error.candidates
    return ok({
      steps: [{ kind: 'ask', question: { kind: ask, targets, what } }],
      targets,
      why: `fits "${target.phrase}"`,
      reference: target,
      makes: -1,
    })
  }
  const targets = found.ok ? found.value.targets : []
  return ok({
    steps: [
      {
        kind: 'ask',
        question: ask === 'contents' ? { kind: ask, targets } : { kind: ask, targets, what },
      },
    ],
    targets,
    why: found.ok ? found.value.why : 'nothing fits',
    reference: target,
    makes: -1,
  })
}

/** Of many only those that state it are told of; where none does, that is told of all. */
function valueQuestions(
  properties: readonly PropertyName[],
  targets: readonly Target[],
  { transaction, index }: LowerContext,
): readonly Step[] {
  const states = (target: Target, property: PropertyName): boolean => {
    const node = typeof target === 'string' ? index.node(target) : undefined
    return node !== undefined && (transaction.read(node, property) ?? undefined) !== undefined
  }
  const property = properties.find((name) => targets.some((target) => states(target, name))) ?? properties[0]!
  const stating = targets.filter((target) => states(target, property))
  const asked = targets.length > MOST_SILENT && stating.length > 0 ? stating : targets
  const also =
    property === 'width' && properties.includes('height') ? (['width', 'height'] as const) : [property]
  return also.map((name) => ({ kind: 'ask', question: { kind: 'value', targets: asked, property: name } }))
}

/** So many components that state nothing are named. */
const MOST_SILENT = 12

/** A component that a phrase means alone. */
function withModel(model: Reference, context: LowerContext, then: (model: Target) => Lowering): Lowering {
  const found = resolveReference(model, context)
  if (!found.ok) return found
  const [first] = found.value.targets
  return first === undefined
    ? fail({
        code: 'reference-unknown',
        reference: model,
        candidates: [],
        message: `nothing in the document fits "${model.phrase}"`,
      })
    : then(first)
}

function holds(target: Target, { index }: LowerContext): boolean {
  return typeof target === 'string' && (index.node(target)?.children.length ?? 0) > 0
}

function isNoLeaf(reference: Reference): LowerFailure {
  return {
    code: 'not-understood',
    reference,
    candidates: [],
    message: `"${reference.phrase}" holds components: a text in it is one more of them`,
  }
}

/** An icon belongs to what holds nothing; what holds components has icons of its own. */
function iconSteps(
  icon: string | null,
  targets: readonly Target[],
  context: LowerContext,
): readonly Step[] | LowerFailure {
  if (icon === '')
    return {
      code: 'reference-ambiguous',
      reference: null,
      candidates: [],
      message: 'which icon? Say its name: "add a cart icon to the button"',
    }
  if (targets.some((target) => holds(target, context)))
    return {
      code: 'not-understood',
      reference: null,
      candidates: [],
      message: 'an icon is a component of its own there, and no property',
    }
  return [{ kind: 'set', targets, property: 'icon', value: icon }]
}

/** One more of a kind has their look already, and what was moved stands as they do. */
function likeOthers({ before }: LowerContext): readonly Step[] | LowerFailure {
  return before?.kind === 'move' || (before?.kind === 'act' && before.act.kind === 'one-more')
    ? []
    : { code: 'not-understood', reference: null, candidates: [], message: 'the others of which kind?' }
}

function inEach(
  { thing, at }: Extract<Act, { kind: 'in-each' }>,
  targets: readonly Target[],
): readonly Step[] | LowerFailure {
  const { component, later } = newComponent(thing)
  if (later.length > 0)
    return {
      code: 'not-understood',
      reference: null,
      candidates: [],
      message: `the look of the new ${thing.noun} was not understood`,
    }
  return [{ kind: 'add', component, inEach: targets, at, likeKind: true }]
}
