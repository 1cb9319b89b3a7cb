import type { Entry } from './entry.ts'

const UNITS = [
  'one',
  'two|a couple of|couple of|a pair of',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
]

const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split('|')

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|')

/** Numbers in words, from one to ninety-nine and the hundreds up to nine. */
export const numbers: readonly Entry[] = [
  ...UNITS.map((names, i): Entry => [names, { number: i + 1 }]),
  ...TEENS.map((name, i): Entry => [name, { number: i + 10 }]),
  ...TENS.map((name, i): Entry => [name, { number: (i + 2) * 10 }]),
  ...TENS.flatMap((ten, i) =>
    UNITS.map((names, unit): Entry => {
      const [name] = names.split('|')
      return [`${ten} ${name}|${ten}-${name}`, { number: (i + 2) * 10 + unit + 1 }]
    }),
  ),
  ['a hundred|hundred', { number: 100 }],
  ...UNITS.map((names, i): Entry => [`${names.split('|')[0]} hundred`, { number: (i + 1) * 100 }]),
]
