import type { Step, Target } from '../../command/step.ts'
import { textOf, typeOf } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { Effect } from '../effect.ts'
import { byGroup } from './by-group.ts'
import type { EffectContext } from './effect-context.ts'
import { nodeOf } from './effect-context.ts'
import { isText } from './is-text.ts'
import { lowerBetween } from './lower-between.ts'
import { lowerLike } from './lower-like.ts'
import { lowerPlaceholder, lowerPlaceholderStyle } from './lower-placeholder.ts'
import { lowerPrice } from './lower-price.ts'
import { hasBorder, lowerWeight } from './lower-weight.ts'
import { byAspect, paint } from './paint.ts'

/** Elementary steps for one effect on some targets; null where an inner reference means nothing. */
export function lowerEffect(
  effect: Effect,
  targets: readonly Target[],
  context: EffectContext,
): Step[] | null {
  switch (effect.kind) {
    case 'set':
      if (effect.property === 'placeholder') return lowerPlaceholder(effect.value, targets, context)
      if (effect.property === 'placeholderStyle') return lowerPlaceholderStyle(effect.value, targets, context)
      if (effect.property === 'price') return lowerPrice(effect.value, targets, context)
      return [{ kind: 'set', targets, property: effect.property, value: effect.value }]
    case 'own':
      return [{ ...effect, targets }]
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
      return byAspect(targets, effect.aspect, context, (property, some) => ({
        kind: 'lightness',
        targets: some,
        property,
        factor: effect.factor,
      }))
    case 'border-present': {
      const bare = targets.filter((target) => !hasBorder(target, context))
      return bare.length === 0 ? [] : [{ kind: 'set', targets: bare, property: 'borderWidth', value: 1 }]
    }
    case 'align':
      if (!effect.text) return [{ kind: 'align', targets, to: effect.to }]
      return effect.to === 'left' || effect.to === 'center' || effect.to === 'right'
        ? [{ kind: 'set', targets, property: 'textAlign', value: effect.to }]
        : [{ kind: 'set', targets, property: 'verticalAlign', value: effect.to }]
    case 'weight':
      return lowerWeight(effect, targets, context)
    case 'size':
      return bySize(effect.px, targets, context)
    case 'spacing':
      return effect.between ? lowerBetween(effect, targets, context) : lowerSpacing(effect, targets, context)
    case 'content':
      return byGroup(
        targets,
        (target) => contentProperty(effect, target, context),
        (property, some) => ({ kind: 'set', targets: some, property, value: effect.value }),
      )
    case 'like':
      return lowerLike(effect, targets, context)
    case 'named-look': {
      const { look, color } = effect
      return [{ kind: 'look', targets, look, ...(color === undefined ? {} : { color }) }]
    }
    case 'saturation':
      return byAspect(targets, effect.aspect, context, (property, some) => ({
        kind: 'saturation',
        targets: some,
        property,
        factor: effect.factor,
      }))
    case 'place-in': {
      if (effect.of === null) return [{ kind: 'place-in', targets, at: effect.at }]
      const container = context.lookUp(effect.of)
      return container === null
        ? null
        : [{ kind: 'place-in', targets, at: effect.at, container: container.id }]
    }
    case 'tracking':
      return byGroup(
        targets,
        (target) => trackingOf(effect.share, target, context),
        (value, some) => ({ kind: 'set', targets: some, property: 'letterSpacing', value }),
      )
    case 'match': {
      const { of, properties } = effect
      if (of === null)
        return targets.length < 2 ? null : [{ kind: 'match', targets, properties: properties ?? ALIKE }]
      const model = context.lookUp(of)
      return model === null
        ? null
        : [{ kind: 'match', targets, model: model.id, ...(properties === null ? {} : { properties }) }]
    }
    case 'shape':
    case 'span':
    case 'fit':
    case 'layout':
    case 'pin':
      return [{ ...effect, targets }]
  }
}

/** What is alike in things that look alike. */
const ALIKE: readonly PropertyName[] = [
  'background',
  'textColor',
  'borderColor',
  'borderWidth',
  'borderStyle',
  'borderRadius',
  'shadow',
  'padding',
  'fontFamily',
  'fontSize',
  'fontWeight',
]

const USUAL_LETTERS = 16

/** In pixels, to a hundredth. */
function trackingOf(share: number, target: Target, context: EffectContext): number {
  const node = nodeOf(target, context)
  const size = node === undefined ? undefined : context.transaction.readNumber(node, 'fontSize')
  return Math.round((size ?? USUAL_LETTERS) * share * 100) / 100
}

function bySize(px: number, targets: readonly Target[], context: EffectContext): Step[] {
  return byGroup(
    targets,
    (target) => isText(target, context) || isLetters(px, target, context),
    (text, some) =>
      text
        ? { kind: 'set', targets: some, property: 'fontSize', value: px }
        : { kind: 'resize', targets: some, width: { kind: 'to', px }, height: { kind: 'to', px } },
  )
}

/** "the buttons 18px": what says something and is much higher than that has letters of this size. */
function isLetters(px: number, target: Target, context: EffectContext): boolean {
  const node = nodeOf(target, context)
  if (node === undefined || node.children.length > 0 || textOf(node.component) === null) return false
  const height = node.box?.[3]
  const hasLetters = context.transaction.readNumber(node, 'fontSize') !== undefined
  return hasLetters && height !== undefined && px < height * 0.8 && px <= MOST_LETTERS
}

/** Letters of controls are never higher. */
const MOST_LETTERS = 32

/** "spacing" of a component: the gap or margin that it has, else its padding. */
function lowerSpacing(
  effect: Extract<Effect, { kind: 'spacing' }>,
  targets: readonly Target[],
  context: EffectContext,
): Step[] {
  return byGroup<'gap' | 'margin' | 'padding' | 'letterSpacing'>(
    targets,
    (target) => {
      const node = nodeOf(target, context)
      if (node === undefined) return 'padding'
      for (const name of ['gap', 'padding', 'margin'] as const)
        if (context.transaction.read(node, name) !== undefined) return name
      return node.children.length > 0 ? 'gap' : 'padding'
    },
    (property, some): Step => {
      if (effect.to !== undefined) return { kind: 'set', targets: some, property, value: effect.to }
      return {
        kind: 'adjust',
        targets: some,
        property,
        ...(effect.factor === undefined ? { by: effect.by ?? 8 } : { factor: effect.factor }),
      }
    },
  )
}

/** Which field new content belongs to: an address is an image's source or a link, a quoted text the text or placeholder. */
function contentProperty(
  effect: Extract<Effect, { kind: 'content' }>,
  target: Target,
  context: EffectContext,
): PropertyName {
  const node = nodeOf(target, context)
  const type = node === undefined ? '' : typeOf(node.component)
  if (!effect.isUrl) return 'text'
  if (/image|picture|photo|avatar|icon|logo|video/.test(type)) return 'imageUrl'
  if (
    node !== undefined &&
    context.transaction.read(node, 'imageUrl') !== undefined &&
    /\.(?:png|jpe?g|gif|webp|svg|avif)(?:$|\?)/i.test(effect.value)
  )
    return 'imageUrl'
  return effect.quoted && type !== 'link' && type !== 'button' ? 'text' : 'href'
}
