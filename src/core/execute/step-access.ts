import type { Place, Step, Target } from '../command/step.ts'
import { propertySpec } from '../document/blueprint.ts'
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
}

/** What a step may read and write, told before it runs and rather too much than too little. */
export interface StepAccess {
  /** Its own components, by what names them. */
  readonly targets: readonly Target[]
  readonly reads: Facets
  readonly writes: Facets
}

const NOTHING: Facets = { properties: [], tokens: [], boxes: false, order: false }
const GEOMETRY: readonly PropertyName[] = ['width', 'height', 'scale', 'fontSize', 'align', 'textAlign']
const LAYOUT: Facets = { properties: GEOMETRY, tokens: [], boxes: true, order: false }
/** Layout keeps gaps by the theme's spacing, and looks at paddings and at what is hidden. */
const LAYOUT_READS: Facets = {
  properties: [...GEOMETRY, 'padding', 'hidden', 'text'],
  tokens: ['baseSpacing'],
  boxes: true,
  order: true,
}
const STRUCTURE: Facets = { ...LAYOUT, order: true }

/** The read and write sets of a step. O(1). */
export function accessOf(step: Step): StepAccess {
  switch (step.kind) {
    case 'set':
    case 'adjust':
      return propertySpec(step.property).home === 'box'
        ? { targets: step.targets, reads: LAYOUT_READS, writes: LAYOUT }
        : own(step.targets, [step.property], [step.property])
    case 'lightness': {
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
      return { targets: anchorsOf(step.place), reads: LAYOUT_READS, writes: STRUCTURE }
    case 'move':
    case 'duplicate':
      return {
        targets: [...step.targets, ...anchorsOf(step.place)],
        reads: LAYOUT_READS,
        writes: STRUCTURE,
      }
    case 'delete':
    case 'wrap':
      return { targets: step.targets, reads: LAYOUT_READS, writes: STRUCTURE }
  }
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
