import { describe, expect, test } from 'vitest'
import { significantAmong } from '../../../src/pure/statistics/false-discovery.ts'
import { permutationTest } from '../../../src/pure/statistics/permutation-test.ts'

describe('permutationTest', () => {
  test('of four against four that lie apart finds the two extreme splits of 70', () => {
    expect(permutationTest([10, 11, 10.5, 12], [20, 21, 22, 20.5])).toBeCloseTo(2 / 70, 10)
  })

  test('does not depend on the order of the samples or their direction', () => {
    const a = [1, 5, 2, 8, 3]
    const b = [2, 6, 9, 7, 4]
    expect(permutationTest(b, a)).toBeCloseTo(permutationTest(a, b), 10)
    expect(permutationTest([...a].reverse(), b)).toBe(permutationTest(a, b))
  })

  test('of equal samples is 1, and of nothing as well', () => {
    expect(permutationTest([4, 4, 4], [4, 4, 4])).toBe(1)
    expect(permutationTest([], [1])).toBe(1)
  })

  test('draws where there are too many splits, the same each time and never 0', () => {
    const low = Array.from({ length: 20 }, (_, i) => 10 + i / 100)
    const high = low.map((value) => value * 2)
    const probability = permutationTest(low, high)
    expect(probability).toBeGreaterThan(0)
    expect(probability).toBeLessThan(0.001)
    expect(permutationTest(low, high)).toBe(probability)
  })
})

test('significantAmong is the procedure of Benjamini and Hochberg: their example of 15 finds 4', () => {
  const probabilities = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  expect(significantAmong(probabilities, 0.05).filter(Boolean)).toHaveLength(4)
  expect(significantAmong([0.2, 0.9], 0.05)).toEqual([false, false])
})
