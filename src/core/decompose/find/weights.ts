import type { LookClass } from './component-profile.ts'
import type { FeatureName } from './features.ts'
import type { NounKind } from './noun-kinds.ts'

/** What each feature adds to the log-likelihood of a component. */
export const featureWeights: Readonly<Record<FeatureName, number>> = {
  'text:text': 4.1,
  'text:icon': 3.7,
  'text:other': 2.85,
  whole: 2.35,
  id: 4.45,
  concept: 4.65,
  'near:text': 0.5,
  'near:icon': 4.3,
  'near:other': 2.75,
  clickable: 0.05,
  decoration: -0.7,
  cover: -1.85,
  thin: -2.5,
  'size:icon': -2.1,
  'size:image': 1.65,
  'size:other': 0.9,
  side: -5.85,
  sideFirst: 0.05,
  relation: 1.65,
  relationFirst: 0.5,
  anchor: -0.45,
  'counted:base': 1.85,
  'counted:look': 1.4,
  'counted:size': 1.75,
  'counted:kind': -0.45,
  usual: -0.95,
  'usual:known': -2.15,
  blank: 0.1,
  type: 0.15,
}

type Row = Readonly<Partial<Record<LookClass, number>>>

/** How well each look fits a noun, as log-likelihood. */
export const kindWeights: Readonly<Record<NounKind | 'none' | 'named' | 'anchor', Row>> = {
  none: { text: -0.55, blank: -1, icon: 0.15, image: 1.2, button: 0.7, input: -0.1, radio: -0.1, labelled: 0.55, plain: -0.6, group: -2 },
  named: { text: -1, blank: -1.3, icon: 0.75, image: 0.8, button: 1.3, input: 0.85, checkbox: -0.5, labelled: -0.7, plain: -0.1, group: -2 },
  anchor: { text: 1, blank: -0.5, button: 0.8, labelled: 0.8, plain: -1.5, group: -2 },
  text: { text: 0.7, blank: -0.1, icon: -1.05, image: 0.8, input: -0.45, checkbox: -0.1, radio: -0.1, labelled: 0.3, plain: -0.55, group: -2 },
  icon: { text: -2.55, blank: -1.75, icon: 1.85, image: 1.5, button: -1.15, input: -2, checkbox: -1, radio: -0.45, switch: -0.25, labelled: -2, plain: -0.3, group: -2 },
  image: { text: -2.75, blank: -2, icon: 1.3, image: 3.2, button: -2, input: -2, switch: -0.1, labelled: -2, plain: -0.6, group: -1.5 },
  button: { text: -1.45, blank: -1.55, icon: 1.3, image: 0.85, button: 1.15, input: -1, switch: 0.45, labelled: 0.85, plain: -1, group: -1.15 },
  input: { text: -0.15, blank: -0.5, icon: 0.25, image: -1.4, button: -1.15, input: 2.15, radio: -0.1, labelled: 0.3, group: -1 },
  checkbox: { text: -2.35, blank: -1, icon: -0.35, image: 0.5, button: -1, checkbox: 4.1, radio: 1, switch: 1, labelled: -0.2, plain: -1.15, group: -2 },
  radio: { text: -1, blank: -1, image: -0.5, checkbox: 1, radio: 4, plain: -1, group: -2 },
  switch: { text: -1.7, blank: -1, image: 0.75, button: -0.5, checkbox: 1, switch: 4, plain: -1, group: -2 },
  option: { text: -0.85, blank: -1.1, icon: 1.4, image: 0.85, button: 1.65, checkbox: 0.45, radio: 0.6, labelled: 0.2, plain: -0.5, group: -2 },
  box: { text: 0.35, blank: -1.15, icon: 0.2, image: -0.15, button: -0.1, input: 1.55, checkbox: 0.4, radio: -0.05, labelled: 0.3, plain: 0.05, group: -0.1 },
  arrow: { text: -2, blank: -1.5, icon: 1.8, image: 1.7, button: -0.5, input: -2, labelled: -2, plain: -1, group: -2 },
  logo: { text: -2, blank: -2, icon: 1.4, image: 1.9, button: -1, input: -2, labelled: -2, plain: -1, group: -1.5 },
}

export function kindWeight(kind: NounKind | null, look: LookClass, isAnchor: boolean, named: number): number {
  return kindWeights[kind ?? (isAnchor ? 'anchor' : named > 0.5 ? 'named' : 'none')][look] ?? 0
}
