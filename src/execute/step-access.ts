import type { Place, Step, StepKind, Target } from '../command/step.ts'
import { propertySpec } from '../document/blueprint.ts'
import { variants } from '../document/look-table.ts'
import { properties, tokens } from '../document/native-table.ts'
import type { PropertyName, TokenName } from '../document/native-table.ts'

/** A part of a document, as far as a step's kind tells. */
export interface Facets {
  /** Of the step's own components. */
  readonly properties: readonly PropertyName[]
  readonly tokens: readonly TokenName[]
  /** Boxes of any component: what one step moves may push others, and parents grow. */
  readonly boxes: boolean
  /** Which components there are, and their order. */
  readonly order: boolean
  /** The properties are those of any component, not only of those that are named; types too. */
  readonly anyone: boolean
}

/** What a step may read and write, told before it runs and rather too much than too little. */
export interface StepAccess {
  /** Its own components, by what names them. */
  readonly targets: readonly Target[]
  readonly reads: Facets
  readonly writes: Facets
}

const NOTHING: Facets = { properties: [], tokens: [], boxes: false, order: false, anyone: false }
const GEOMETRY: readonly PropertyName[] = ['width', 'height', 'scale', 'fontSize', 'align', 'textAlign']
const LAYOUT: Facets = { ...NOTHING, properties: GEOMETRY, boxes: true }
/** Layout keeps gaps by the theme's spacing, and looks at paddings and at what is hidden. */
const LAYOUT_READS: Facets = {
  properties: [...GEOMETRY, 'padding', 'hidden', 'text'],
  tokens: ['baseSpacing'],
  boxes: true,
  order: true,
  anyone: false,
}
const STRUCTURE: Facets = { ...LAYOUT, order: true }

/** What may look at, and change, anything in the document. */
const ANYTHING: Facets = {
  // The names are those of the tables.
  properties: Object.keys(properties) as PropertyName[],
  tokens: Object.keys(tokens) as TokenName[],
  boxes: true,
  order: true,
  anyone: true,
}

/** Kinds of steps that put things exactly where told: an overlap that makes is wanted. */
export const exactSteps: ReadonlySet<StepKind> = new Set([
  'shift',
  'align',
  'place-at',
  'place-in',
  'distance',
  'align-with',
  'distribute',
  'span',
  'pin',
])

/** The read and write sets of a step. O(1). */
export function accessOf(step: Step): StepAccess {
  const access = accessOfKind(step)
  const variant = 'variant' in step ? step.variant : undefined
  if (variant === undefined) return access
  const written = variants[variant]
  return {
    targets: access.targets,
    reads: { ...access.reads, properties: [...access.reads.properties, written] },
    writes: { ...NOTHING, properties: [written], anyone: access.writes.anyone },
  }
}

function accessOfKind(step: Step): StepAccess {
  switch (step.kind) {
    case 'set':
    case 'adjust':
      return propertySpec(step.property).home === 'box'
        ? { targets: step.targets, reads: LAYOUT_READS, writes: LAYOUT }
        : own(step.targets, [step.property], [step.property])
    case 'own':
      return own(step.targets, [], [])
    case 'lightness':
    case 'saturation': {
      const written: PropertyName[] =
        step.property === 'background' ? ['background', 'gradient'] : [step.property]
      return own(step.targets, written, written)
    }
    case 'shadow':
      return own(step.targets, ['shadow'], ['shadow'])
    case 'pill': {
      const { targets, reads, writes } = own(step.targets, ['height', 'borderRadius'], ['borderRadius'])
      return { targets, reads: { ...reads, boxes: true }, writes }
    }
    case 'token': {
      const tokens: Facets = { ...NOTHING, tokens: [step.token] }
      return { targets: [], reads: tokens, writes: tokens }
    }
    case 'resize':
    case 'shift':
    case 'place-at':
    case 'align':
      return { targets: step.targets, reads: LAYOUT_READS, writes: LAYOUT }
    case 'swap':
      return { targets: [step.a, step.b], reads: LAYOUT_READS, writes: STRUCTURE }
    case 'add':
      return {
        targets: [
          ...anchorsOf(step.place),
          ...(step.inEach ?? []),
          ...(step.like === undefined ? [] : [step.like]),
        ],
        reads: LAYOUT_READS,
        writes: STRUCTURE,
      }
    case 'move':
    case 'duplicate':
      return {
        targets: [...step.targets, ...anchorsOf(step.place)],
        reads: LAYOUT_READS,
        writes: STRUCTURE,
      }
    case 'layout':
    case 'distance':
    case 'align-with':
    case 'distribute':
    case 'span':
    case 'fit':
    case 'shape':
      return {
        targets: step.kind === 'align-with' ? [...step.targets, step.with] : step.targets,
        reads: { ...LAYOUT_READS, properties: [...LAYOUT_READS.properties, ...ARRANGED] },
        // The parent says how its children stand.
        writes: { ...LAYOUT, properties: [...LAYOUT.properties, ...ARRANGED], anyone: true },
      }
    case 'pin':
    case 'place-in':
    case 'section':
    case 'one-more':
    case 'look':
    case 'match':
    case 'recolor':
    case 'theme':
    case 'scheme':
    case 'retype':
    case 'edit-text':
    case 'number':
      return {
        targets: namedIn(step),
        reads: ANYTHING,
        writes: { ...ANYTHING, order: !KEEPS_ORDER.has(step.kind) },
      }
    case 'ask':
    case 'history':
    case 'out-of-scope':
      return { targets: namedIn(step), reads: ANYTHING, writes: NOTHING }
    case 'delete':
    case 'wrap':
      return { targets: step.targets, reads: LAYOUT_READS, writes: STRUCTURE }
  }
}

/** What arranging writes besides boxes. */
const ARRANGED: readonly PropertyName[] = [
  'layout',
  'columns',
  'gap',
  'borderRadius',
  'marginTop',
  'marginRight',
  'marginBottom',
  'marginLeft',
]

/** Kinds that write anywhere, but leave every component where it stands. */
const KEEPS_ORDER: ReadonlySet<StepKind> = new Set([
  'pin',
  'look',
  'match',
  'recolor',
  'theme',
  'scheme',
  'retype',
  'edit-text',
  'number',
])

/** The components that a step of any kind names. */
function namedIn(step: Step): readonly Target[] {
  const named: Target[] = 'targets' in step ? [...(step.targets ?? [])] : []
  if (step.kind === 'one-more') named.push(...step.like)
  if (step.kind === 'match' && step.model !== undefined) named.push(step.model)
  if (step.kind === 'place-in' && step.container !== undefined) named.push(step.container)
  if (step.kind === 'ask' && 'targets' in step.question) named.push(...step.question.targets)
  if ('place' in step) named.push(...anchorsOf(step.place))
  return named
}

function own(
  targets: readonly Target[],
  reads: readonly PropertyName[],
  writes: readonly PropertyName[],
): StepAccess {
  return {
    targets,
    reads: { ...NOTHING, properties: reads },
    writes: { ...NOTHING, properties: writes },
  }
}

function anchorsOf(place: Place | undefined): readonly Target[] {
  return place !== undefined && 'anchor' in place ? [place.anchor] : []
}

/** Ids that a step acts on or goes by: what an earlier step of the command makes has none yet. */
export function spokenIds(step: Step): string[] {
  return accessOf(step).targets.filter((target) => typeof target === 'string')
}

/** Ids that a step takes away, with all they hold. */
export function deletedIds(step: Step): string[] {
  return step.kind === 'delete' ? spokenIds(step) : []
}

/** What a step is about, as a report names it. */
export function targetsOf(step: Step): readonly Target[] {
  if ('targets' in step) return step.targets ?? []
  if (step.kind === 'one-more') return step.like
  return step.kind === 'swap' ? [step.a, step.b] : []
}
