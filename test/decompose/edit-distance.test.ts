import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, leastDistance, lettersOf } from '../../src/decompose/edit-distance.ts'

describe('editDistance', () => {
  test.each([
    ['header', 'header', 0],
    ['header', 'heder', 1],
    ['button', 'buton', 0.7],
    ['from', 'form', 0.7],
    ['bigger', 'bihger', 0.7],
    ['bigger', 'bizger', 1],
    ['ehader', 'header', 0.7],
    ['xeader', 'header', 1.6],
  ])('of %s and %s is %d', (a, b, expected) => {
    expect(editDistance(a, b, 3)).toBeCloseTo(expected, 10)
    expect(editDistance(b, a, 3)).toBeCloseTo(expected, 10)
  })

  test('is Infinity beyond the limit, and for texts', () => {
    expect(editDistance('header', 'footer', 2)).toBe(Infinity)
    expect(editDistance('a'.repeat(300), 'b'.repeat(300), 1000)).toBe(Infinity)
  })

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'e', 'q', 'w', 's', 'é'), maxLength: 8 })

  test('is never below what the letters alone say', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 20)).toBeGreaterThanOrEqual(
          leastDistance(lettersOf(a), lettersOf(b)) - 1e-9,
        )
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  test('does not depend on what was compared before', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const alone = editDistance(a, b, 20)
        editDistance(c, a, 20)
        expect(editDistance(a, b, 20)).toBe(alone)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})
