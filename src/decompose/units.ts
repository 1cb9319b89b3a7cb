import type { Unit } from './token.ts'

/** What may follow a number, and the unit it is. */
export const UNITS: Readonly<Record<string, Unit>> = {
  px: 'px',
  pixel: 'px',
  pixels: 'px',
  '%': '%',
  percent: '%',
  rem: 'rem',
  em: 'em',
  pt: 'pt',
  point: 'pt',
  points: 'pt',
  deg: 'deg',
  degrees: 'deg',
  '°': 'deg',
}
