import type { LookClass } from './component-profile.ts'
import type { FeatureName } from './features.ts'
import type { NounKind } from './noun-kinds.ts'

/** What each feature adds to the log-likelihood of a component. */
export const featureWeights: Readonly<Record<FeatureName, number>> = {
  'text:text': 5,
  'text:icon': 3,
  'text:other': 5,
  whole: 2,
  id: 3.5,
  concept: 3,
  'near:text': 0.5,
  'near:icon': 3,
  'near:other': 2.5,
  clickable: 0.6,
  decoration: -2,
  cover: -1.5,
  thin: -2,
  'size:icon': 0,
  'size:image': 0.5,
  'size:other': 0,
  side: -5,
  sideFirst: 1.5,
  relation: 1.2,
  relationFirst: 1,
  anchor: -2,
  'counted:base': 1.5,
  'counted:look': 1.5,
  'counted:size': 0.7,
  'counted:kind': 1.5,
  usual: -2,
  blank: 1,
  type: 1.5,
}

type Row = Readonly<Partial<Record<LookClass, number>>>

/** How well each look fits a noun, as log-likelihood. */
export const kindWeights: Readonly<Record<NounKind | 'none' | 'named' | 'anchor', Row>> = {
  none: { icon: 1, image: 0.7, button: 1, text: 0, input: 0, blank: -1, plain: -1.5, group: -2, labelled: 0 },
  named: { icon: 1, image: 0.7, button: 1, text: 0, input: 0, blank: -1, plain: -1.5, group: -2, labelled: 0 },
  anchor: { text: 1, button: 0.8, labelled: 0.8, icon: 0, image: 0, blank: -0.5, plain: -1.5, group: -2 },
  text: { text: 1.5, labelled: 1, blank: 0, image: -0.5, icon: -0.5, button: 0, input: 0, plain: -2, group: -2 },
  icon: { icon: 2, image: 1.5, text: -2, blank: -1.5, button: -1, plain: -0.7, group: -2, radio: -1, switch: -0.5, checkbox: -1, labelled: -2, input: -2 },
  image: { image: 2.5, icon: 1, plain: -0.5, text: -2, blank: -2, button: -2, group: -1.5, labelled: -2, input: -2 },
  button: { icon: 1.5, button: 1.5, image: 0.8, text: -1, blank: -1, plain: -0.7, labelled: 0, group: -2, switch: 0.3, input: -1 },
  input: { input: 2.5, plain: 0, text: 0, labelled: 0.3, icon: -1, image: -1, blank: -0.5, button: -1, group: -1 },
  checkbox: { checkbox: 4, image: -0.5, icon: 0, radio: 1, switch: 1, plain: -1, text: -2, blank: -1, button: -1, group: -2 },
  radio: { radio: 4, icon: 0, checkbox: 1, image: -0.5, text: -1, blank: -1, plain: -1, button: 0, group: -2 },
  switch: { switch: 4, checkbox: 1, image: 0, icon: 0, text: -1, blank: -1, plain: -1, button: -0.5, group: -2 },
  option: { icon: 1.3, image: 0.7, button: 1, text: 0, checkbox: 0.7, radio: 0.7, blank: -1, plain: -1, labelled: 0.3, group: -2 },
  box: { icon: 0, text: 0.3, input: 1, plain: 0, image: 0, blank: -1, labelled: 0.5, group: 0, checkbox: 0.5, button: 0 },
  arrow: { icon: 2, image: 1.5, text: -2, blank: -1.5, button: -0.5, plain: -1, labelled: -2, input: -2, group: -2 },
  logo: { image: 2, icon: 1.3, plain: -1, text: -2, blank: -2, button: -1, labelled: -2, input: -2, group: -1.5 },
}

export function kindWeight(kind: NounKind | null, look: LookClass, isAnchor: boolean, named: number): number {
  return kindWeights[kind ?? (isAnchor ? 'anchor' : named > 0.5 ? 'named' : 'none')][look] ?? 0
}
