import { expect, it, test } from 'vitest'
import { ENGINE, judgeRatios, UNOPTIMISED } from '../../bench/ratio-targets.ts'
import { readResults, REFERENCE } from '../../bench/results.ts'

// Measured by `npm run bench` on a quiet machine, never here: a test that times is a test of the machine's other users.
const { comparisons, mode } = readResults(new URL(`../../${REFERENCE}`, import.meta.url).pathname)
const WANTED = 0.5

it('the figures are those of a full run', () => {
  expect(mode).toBe('full')
})

test.each(['flat', 'nested'].flatMap((shape) => ['20', '100', '1000'].map((size) => `${shape}@${size}`)))(
  'ten commands take at most half the time of the unoptimised pipeline: %s',
  (name) => {
    const compared = comparisons.find((one) => one.name === `baseline/ten-commands-${name}`)!
    const ratioOf = (variant: string): number => compared.variants.find((one) => one.name === variant)!.ratio
    expect(ratioOf(ENGINE) / ratioOf(UNOPTIMISED)).toBeLessThanOrEqual(WANTED)
  },
)

it('every target that sets the engine against another way of doing it is met', () => {
  const verdicts = judgeRatios(comparisons)
  expect(verdicts.length).toBeGreaterThanOrEqual(3)
  expect(verdicts.filter(({ isMet }) => !isMet)).toEqual([])
})

it('a slower engine would not pass', () => {
  const slower = comparisons.map((one) => ({
    ...one,
    variants: one.variants.map((variant) => (variant.name === ENGINE ? { ...variant, ratio: 0.6 } : variant)),
  }))
  expect(judgeRatios(slower).some(({ isMet }) => !isMet)).toBe(true)
})
