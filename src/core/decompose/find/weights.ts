import type { LookClass } from './component-profile.ts'
import type { FeatureName } from './features.ts'
import type { NounKind } from './noun-kinds.ts'

/** What each feature adds to the log-likelihood of a component. */
export const featureWeights: Readonly<Record<FeatureName, number>> = {
  'text:text': 4.55,
  'text:icon': 3.55,
  'text:other': 3.35,
  whole: 1.9,
  id: 4.1,
  concept: 4.15,
  'near:text': 0.5,
  'near:icon': 3.75,
  'near:other': 2.8,
  clickable: 0.05,
  decoration: -0.9,
  cover: -1.65,
  thin: -2.25,
  'size:icon': -1.65,
  'size:image': 1.25,
  'size:other': 0.8,
  side: -5.45,
  sideFirst: 0.3,
  relation: 1.25,
  relationFirst: 0.5,
  anchor: -1.25,
  'counted:base': 1.8,
  'counted:look': 1.3,
  'counted:size': 1.55,
  'counted:kind': 0.1,
  usual: -1.45,
  'usual:known': -1.75,
  blank: 0.4,
  type: 0.15,
}

type Row = Readonly<Partial<Record<LookClass, number>>>

/** How well each look fits a noun, as log-likelihood. */
export const kindWeights: Readonly<Record<NounKind | 'none' | 'named' | 'anchor', Row>> = {
  none: { text: -0.3, blank: -1, icon: 0.45, image: 1, button: 0.85, input: -0.05, radio: -0.05, labelled: 0.3, plain: -1, group: -2 },
  named: { text: -0.65, blank: -1.15, icon: 0.9, image: 0.8, button: 1.15, input: 0.45, checkbox: -0.25, labelled: -0.4, plain: -0.7, group: -2 },
  anchor: { text: 1, blank: -0.5, button: 0.8, labelled: 0.8, plain: -1.5, group: -2 },
  text: { text: 0.85, blank: -0.05, icon: -0.8, image: 0.35, input: -0.25, checkbox: -0.05, radio: -0.05, labelled: 0.6, plain: -1.1, group: -2 },
  icon: { text: -2.3, blank: -1.65, icon: 1.8, image: 1.6, button: -1.05, input: -2, checkbox: -1, radio: -0.65, switch: -0.4, labelled: -2, plain: -0.5, group: -2 },
  image: { text: -2.4, blank: -2, icon: 1.15, image: 2.9, button: -2, input: -2, switch: -0.05, labelled: -2, plain: -0.55, group: -1.5 },
  button: { text: -1.25, blank: -1.3, icon: 1.4, image: 0.8, button: 1.3, input: -1, switch: 0.4, labelled: 0.5, plain: -0.85, group: -1.55 },
  input: { text: -0.1, blank: -0.5, icon: -0.3, image: -1.25, button: -1.1, input: 2.3, radio: -0.05, labelled: 0.3, group: -1 },
  checkbox: { text: -2.2, blank: -1, icon: -0.2, image: 0.1, button: -1, checkbox: 4.05, radio: 1, switch: 1, labelled: -0.15, plain: -1.1, group: -2 },
  radio: { text: -1, blank: -1, image: -0.5, checkbox: 1, radio: 4, plain: -1, group: -2 },
  switch: { text: -1.4, blank: -1, image: 0.4, button: -0.5, checkbox: 1, switch: 4, plain: -1, group: -2 },
  option: { text: -0.6, blank: -1.05, icon: 1.3, image: 0.85, button: 1.4, checkbox: 0.55, radio: 0.65, labelled: 0.25, plain: -0.65, group: -2 },
  box: { text: 0.35, blank: -1.1, icon: 0.1, image: -0.1, button: -0.05, input: 1.3, checkbox: 0.45, labelled: 0.4, group: -0.05 },
  arrow: { text: -2, blank: -1.5, icon: 1.85, image: 1.65, button: -0.5, input: -2, labelled: -2, plain: -1, group: -2 },
  logo: { text: -2, blank: -2, icon: 1.35, image: 1.95, button: -1, input: -2, labelled: -2, plain: -1, group: -1.5 },
}

export function kindWeight(kind: NounKind | null, look: LookClass, isAnchor: boolean, named: number): number {
  return kindWeights[kind ?? (isAnchor ? 'anchor' : named > 0.5 ? 'named' : 'none')][look] ?? 0
}
