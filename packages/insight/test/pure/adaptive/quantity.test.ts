import { expect, test } from 'vitest'
import { readQuantity } from '../../../src/pure/adaptive/quantity.ts'

test.each([
  [86000, 86000, false],
  ['86000', 86000, false],
  ['86,000', 86000, false],
  ['~6000', 6000, true],
  ['86000 (43k per ticket)', 86000, false],
  ['106k', 106_000, true],
  ['106 k', 106_000, true],
  ['~56000 tokens', 56000, true],
  ['~150k for 5 tickets (~30k per ticket)', 150_000, true],
  ['1.2M', 1_200_000, true],
  ['15-20k', 17_500, true],
  ['3-4', 3.5, true],
  ['-26000', -26000, false],
  ['$0.75', 0.75, false],
  ['45 minutes total', 45, false],
  ['66k+', 66_000, true],
  ['about 12', 12, true],
  ['12_000', 12_000, false],
  ['12 345', 12_345, false],
  ['1’250’000', 1_250_000, false],
  ['1.2e4', 12_000, false],
  ['15k-20k', 17_500, true],
  ['15k to 20k', 17_500, true],
  ['800k-1.2M', 1_000_000, true],
  ['2 million', 2_000_000, true],
])('%s is %d', (text, value, approximate) => {
  expect(readQuantity(text)).toMatchObject({ value, approximate, unit: 'none' })
})

test.each([
  ['67%', 67],
  ['+83%', 83],
  ['64 %', 64],
])('%s is a share', (text, value) => {
  expect(readQuantity(text)).toMatchObject({ value, unit: 'percent' })
})

test.each([
  'R03',
  '',
  'sonnet (shared)',
  '2026-02-07',
  '2026-02-07T18:45:00Z',
  '3rd',
  '56xyz',
  // Either of two numbers.
  '1.234,5',
  '1,5k',
  '1.234.567',
  '${TOTAL}',
  'k',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  [86000],
  '9'.repeat(100_000),
  '1,'.repeat(50_000),
])('%s is none', (value) => {
  expect(readQuantity(value)).toBeUndefined()
})
