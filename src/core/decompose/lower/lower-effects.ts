import type { Measure, Step, StyleValue, Target } from '../../command/step.ts'
import { isTextLike, roleOf, typeOf } from '../../document/blueprint.ts'
import { parseColor } from '../../document/color.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { ColorAspect, Effect } from '../effect.ts'
import type { Reference } from '../reference.ts'

/** A step whose value came from another component: which one decides is looked up by the caller. */
export interface EffectContext {
  readonly transaction: Transaction
  /** The node of a reference inside an effect ("as wide as the title"), null where it means nothing; the failure is reported. */
  readonly lookUp: (reference: Reference) => TreeNode | null
  /** The type of what a target will be when it does not exist yet. */
  readonly typeOfMade: (madeBy: number) => string | null
}

/** Elementary steps for one effect on some targets; null where an inner reference means nothing. */
export function lowerEffect(effect: Effect, targets: readonly Target[], context: EffectContext): Step[] | null {
  switch (effect.kind) {
    case 'set':
      if (effect.property === 'price') return lowerPrice(effect.value, targets, context)
      return [{ kind: 'set', targets, property: effect.property, value: effect.value }]
    case 'adjust':
      return [{ ...effect, targets }]
    case 'resize':
      return [{ ...effect, targets }]
    case 'shadow':
      return [{ kind: 'shadow', targets, by: effect.by }]
    case 'pill':
      return [{ kind: 'pill', targets }]
    case 'color':
      return paint(targets, effect.aspect, effect.hex, context)
    case 'theme-color': {
      const value = context.transaction.readToken(effect.token)
      return typeof value === 'string' ? paint(targets, effect.aspect, value, context) : []
    }
    case 'lightness':
      return byAspect(targets, effect.aspect, context, (property, some) => ({ kind: 'lightness', targets: some, property, factor: effect.factor }))
    case 'border-present': {
      const bare = targets.filter((target) => !hasBorder(target, context))
      return bare.length === 0 ? [] : [{ kind: 'set', targets: bare, property: 'borderWidth', value: 1 }]
    }
    case 'align':
      return effect.text && (effect.to === 'left' || effect.to === 'center' || effect.to === 'right')
        ? [{ kind: 'set', targets, property: 'textAlign', value: effect.to }]
        : [{ kind: 'align', targets, to: effect.to }]
    case 'weight':
      return lowerWeight(effect, targets, context)
    case 'size':
      return bySize(effect.px, targets, context)
    case 'spacing':
      return lowerSpacing(effect, targets, context)
    case 'content':
      return byGroup(targets, (target) => contentProperty(effect, target, context), (property, some) => ({ kind: 'set', targets: some, property, value: effect.value }))
    case 'like':
      return lowerLike(effect, targets, context)
  }
}

/** Spec: "price of X" is its price, or the text of a price-role component in it. */
function lowerPrice(value: StyleValue, targets: readonly Target[], context: EffectContext): Step[] {
  return targets.map((target) => {
    const node = nodeOf(target, context)
    const inner = node === undefined || context.transaction.read(node, 'price') !== undefined ? null : priceIn(node)
    if (inner !== null) return { kind: 'set', targets: [inner.id], property: 'text', value: likePrice(value, context.transaction.read(inner, 'text')) }
    return { kind: 'set', targets: [target], property: 'price', value: node === undefined ? value : likePrice(value, context.transaction.read(node, 'price')) }
  })
}

/** A bare number takes over the currency of the price that was there. */
function likePrice(value: StyleValue, present: unknown): StyleValue {
  if (typeof value !== 'string' || typeof present !== 'string' || !/^\d{1,9}(?:[.,]\d{1,2})?$/.test(value)) return value
  const match = /^([^\d]{0,8})\d[\d.,]{0,20}([^\d]{0,8})$/.exec(present)
  return match === null ? value : `${match[1]!}${value}${match[2]!}`
}

function priceIn(node: TreeNode): TreeNode | null {
  if (roleOf(node.component) === 'price' || typeOf(node.component) === 'price') return node
  for (const child of node.children) {
    const found = priceIn(child)
    if (found !== null) return found
  }
  return null
}

function nodeOf(target: Target, context: EffectContext): TreeNode | undefined {
  return typeof target === 'string' ? context.transaction.index.node(target) : undefined
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'title', 'subtitle', 'heading', 'description', 'label', 'link', 'icon', 'list_item', 'price'])

function isText(target: Target, context: EffectContext): boolean {
  const node = nodeOf(target, context)
  if (node !== undefined) return isTextLike(node.component)
  return typeof target !== 'string' && TEXT_TYPES.has(context.typeOfMade(target.madeBy) ?? '')
}

/** Groups targets by a key in the order of their first member, one step a group. */
function byGroup<K>(targets: readonly Target[], keyOf: (target: Target) => K, step: (key: K, targets: readonly Target[]) => Step): Step[] {
  if (targets.length === 1) return [step(keyOf(targets[0]!), targets)]
  const groups = new Map<K, Target[]>()
  for (const target of targets) {
    const key = keyOf(target)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [target])
    else group.push(target)
  }
  return [...groups].map(([key, group]) => step(key, group))
}

type ColorProperty = 'background' | 'textColor' | 'borderColor'

/** Spec: a bare colour is the text's for text-like types, the background's for any other. */
function byAspect(targets: readonly Target[], aspect: ColorAspect | null, context: EffectContext, step: (property: ColorProperty, targets: readonly Target[]) => Step): Step[] {
  if (aspect !== null) return [step(aspect === 'text' ? 'textColor' : aspect === 'border' ? 'borderColor' : 'background', targets)]
  return byGroup<ColorProperty>(targets, (target) => (isText(target, context) ? 'textColor' : 'background'), step)
}

function paint(targets: readonly Target[], aspect: ColorAspect | null, color: string, context: EffectContext): Step[] {
  const value = parseColor(color)?.hex ?? color
  return byAspect(targets, aspect, context, (property, some) => ({ kind: 'set', targets: some, property, value }))
}

function hasBorder(target: Target, { transaction }: EffectContext): boolean {
  const node = typeof target === 'string' ? transaction.index.node(target) : undefined
  return node !== undefined && (transaction.readNumber(node, 'borderWidth') ?? 0) > 0
}

/** Heavier letters; for lines their thickness, for anything with a border the border's. */
function lowerWeight(effect: Extract<Effect, { kind: 'weight' }>, targets: readonly Target[], context: EffectContext): Step[] {
  return byGroup(
    targets,
    (target) => weightKey(effect, target, context),
    (key, some) => {
      if (key === 'height') {
        const measure: Measure = { kind: 'factor', factor: effect.by > 0 ? 1.2 : 0.8 }
        return { kind: 'resize', targets: some, height: measure }
      }
      if (key === 'border') return { kind: 'adjust', targets: some, property: 'borderWidth', by: effect.by }
      if (key === 'bold') return { kind: 'set', targets: some, property: 'fontWeight', value: 'bold' }
      if (key === 'normal') return { kind: 'set', targets: some, property: 'fontWeight', value: 'normal' }
      return { kind: 'adjust', targets: some, property: 'fontWeight', by: effect.by * 100 }
    },
  )
}

function weightKey(effect: Extract<Effect, { kind: 'weight' }>, target: Target, context: EffectContext): 'height' | 'border' | 'bold' | 'normal' | 'step' {
  const node = nodeOf(target, context)
  if (effect.of === 'any' && !isText(target, context)) {
    if (hasBorder(target, context)) return 'border'
    return 'height'
  }
  const weight = node === undefined ? 400 : (context.transaction.readNumber(node, 'fontWeight') ?? 400)
  if (effect.by > 0) return weight < 700 ? 'bold' : 'step'
  return weight >= 600 ? 'normal' : 'step'
}

function bySize(px: number, targets: readonly Target[], context: EffectContext): Step[] {
  return byGroup(
    targets,
    (target) => isText(target, context),
    (text, some) => (text ? { kind: 'set', targets: some, property: 'fontSize', value: px } : { kind: 'resize', targets: some, width: { kind: 'to', px }, height: { kind: 'to', px } }),
  )
}

/** "spacing" of a component: the gap or margin that it has, else its padding. */
function lowerSpacing(effect: Extract<Effect, { kind: 'spacing' }>, targets: readonly Target[], context: EffectContext): Step[] {
  return byGroup<'gap' | 'margin' | 'padding' | 'letterSpacing'>(
    targets,
    (target) => {
      const node = nodeOf(target, context)
      if (node === undefined) return 'padding'
      for (const name of ['gap', 'padding', 'margin'] as const) if (context.transaction.read(node, name) !== undefined) return name
      return node.children.length > 0 ? 'gap' : 'padding'
    },
    (property, some): Step => {
      if (effect.to !== undefined) return { kind: 'set', targets: some, property, value: effect.to }
      return { kind: 'adjust', targets: some, property, ...(effect.factor === undefined ? { by: effect.by ?? 8 } : { factor: effect.factor }) }
    },
  )
}

/** Which field new content belongs to: an address is an image's source or a link, a quoted text the text or placeholder. */
function contentProperty(effect: Extract<Effect, { kind: 'content' }>, target: Target, context: EffectContext): PropertyName {
  const node = nodeOf(target, context)
  const type = node === undefined ? '' : typeOf(node.component)
  if (!effect.isUrl) return 'text'
  if (/image|picture|photo|avatar|icon|logo|video/.test(type)) return 'imageUrl'
  if (node !== undefined && context.transaction.read(node, 'imageUrl') !== undefined && /\.(?:png|jpe?g|gif|webp|svg|avif)(?:$|\?)/i.test(effect.value)) return 'imageUrl'
  return effect.quoted && type !== 'link' && type !== 'button' ? 'text' : 'href'
}

function lowerLike(effect: Extract<Effect, { kind: 'like' }>, targets: readonly Target[], context: EffectContext): Step[] | null {
  const model = context.lookUp(effect.of)
  if (model === null) return null
  const { transaction } = context
  const factor = effect.factor ?? 1
  if (effect.properties === 'color') {
    const text = isTextLike(model.component)
    const value = transaction.read(model, text ? 'textColor' : 'background')
    return typeof value === 'string' ? paint(targets, null, value, context) : []
  }
  const steps: Step[] = []
  const sizes: { width?: Measure; height?: Measure } = {}
  for (const property of effect.properties) {
    const value = transaction.read(model, property)
    if (property === 'width' || property === 'height') {
      const size = transaction.readNumber(model, property)
      if (size !== undefined) sizes[property] = { kind: 'to', px: size * factor }
    } else if (value !== undefined) steps.push({ kind: 'set', targets, property, value: (typeof value === 'number' ? value * factor : value) as StyleValue })
  }
  if (sizes.width !== undefined || sizes.height !== undefined) steps.push({ kind: 'resize', targets, ...sizes })
  return steps
}
