/** What kind of mistake was read as something else. */
export type CorrectionKind =
  | 'spelling'
  /** "the the title" */
  | 'doubled-word'
  /** "listitem" */
  | 'joined-words'
  /** "but ton" */
  | 'broken-word'
  /** "the titles card" for "the title card", "desc" for "description" */
  | 'word-form'
  /** "move it 24 to the right" */
  | 'missing-unit'
  /** "delete the card, then move its title out of it" */
  | 'order'

/** A mistake that was read as something else. */
export interface Correction {
  /** As it was written. */
  readonly from: string
  /** As it was read. */
  readonly to: string
  readonly kind: CorrectionKind
  /** 0..1: how sure it is that this was meant. */
  readonly confidence: number
}

/** How sure a correction is by its kind; a reading is as sure as its least sure correction. */
export const confidenceOfKind: { readonly [Kind in CorrectionKind]: number } = {
  'doubled-word': 0.98,
  'broken-word': 0.95,
  'joined-words': 0.95,
  'missing-unit': 0.9,
  spelling: 0.9,
  'word-form': 0.8,
  order: 0.7,
}
