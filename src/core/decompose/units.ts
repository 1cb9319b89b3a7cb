import type { Unit } from './token.ts'

/** How units are written, and what they are. */
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
