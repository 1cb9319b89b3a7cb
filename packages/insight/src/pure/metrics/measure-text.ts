import type { MeasureName } from './measures.ts'

const WRITERS: { readonly [name in MeasureName]: (value: number) => string } = {
  duration: seconds,
  'duration per item': seconds,
  tokens: (value) => Math.round(value).toLocaleString('en-US'),
  cost: (value) => `$${value.toFixed(value < 1 ? 4 : 2)}`,
  'success rate': (value) => `${(value * 100).toFixed(1)}%`,
}

/** A number of a measure with its unit, as reports write it. */
export function measureText(measure: MeasureName, value: number): string {
  return WRITERS[measure](value)
}

/** Whole seconds, and below ten of them two digits more: built-in work is over in a moment. */
function seconds(value: number): string {
  return `${value.toFixed(value < 9.995 ? 2 : 0)} s`
}
