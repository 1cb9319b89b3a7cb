import type { ChangeName } from '../lexicon/senses.ts'

/** What "less ..." and "not so ..." mean of each change. */
export const OPPOSITES: Readonly<Record<ChangeName, ChangeName>> = {
  bigger: 'smaller',
  smaller: 'bigger',
  wider: 'narrower',
  narrower: 'wider',
  taller: 'shorter',
  shorter: 'taller',
  darker: 'lighter',
  lighter: 'darker',
  bolder: 'thinner',
  thinner: 'thicker',
  rounder: 'sharper',
  sharper: 'rounder',
  fainter: 'solider',
  solider: 'fainter',
  thicker: 'thinner',
  looser: 'tighter',
  tighter: 'looser',
  huge: 'tiny',
  tiny: 'huge',
  higher: 'lower',
  lower: 'higher',
}
