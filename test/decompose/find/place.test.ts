import { describe, expect, test } from 'vitest'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import { countedIn } from '../../../src/decompose/find/counted-place.ts'
import type { Query } from '../../../src/decompose/find/query.ts'
import { readQuery } from '../../../src/decompose/find/read-query.ts'
import { MAX_COST, relationCost, sideCost } from '../../../src/decompose/resolve/relation-cost.ts'
import { sceneOf, SCREEN } from '../../../src/decompose/find/scene.ts'
import type { Area } from '../../../src/decompose/resolve/area.ts'

const area = (left: number, top: number, right: number, bottom: number): Area => ({
  left,
  top,
  right,
  bottom,
})

describe('relationCost', () => {
  const anchor = area(0.4, 0.4, 0.6, 0.5)

  test.each([
    ['left', area(0.1, 0.4, 0.3, 0.5), area(0.7, 0.4, 0.9, 0.5)],
    ['right', area(0.7, 0.4, 0.9, 0.5), area(0.1, 0.4, 0.3, 0.5)],
    ['above', area(0.4, 0.2, 0.6, 0.3), area(0.4, 0.6, 0.6, 0.7)],
    ['below', area(0.4, 0.6, 0.6, 0.7), area(0.4, 0.2, 0.6, 0.3)],
    ['before', area(0.1, 0.4, 0.3, 0.5), area(0.7, 0.4, 0.9, 0.5)],
    ['after', area(0.4, 0.6, 0.6, 0.7), area(0.4, 0.2, 0.6, 0.3)],
    ['inside', area(0.45, 0.42, 0.5, 0.45), area(0.1, 0.1, 0.2, 0.2)],
    ['next', area(0.62, 0.4, 0.8, 0.5), area(0.1, 0.9, 0.2, 1)],
  ] as const)('%s: the first fits better than the second', (name, near, far) => {
    expect(relationCost(name, near, anchor)).toBeLessThan(relationCost(name, far, anchor))
    expect(relationCost(name, near, anchor)).toBeLessThan(MAX_COST)
  })

  test('the nearer the better, and the own line before the next', () => {
    expect(relationCost('right', area(0.62, 0.4, 0.7, 0.5), anchor)).toBeLessThan(
      relationCost('right', area(0.8, 0.4, 0.9, 0.5), anchor),
    )
    expect(relationCost('right', area(0.9, 0.4, 1, 0.5), anchor)).toBeLessThan(
      relationCost('right', area(0.62, 0.6, 0.7, 0.7), anchor),
    )
  })
})

test('sideCost grows with the distance from the corner', () => {
  expect(sideCost(area(0.9, 0, 1, 0.1), ['top', 'right'], SCREEN)).toBeLessThan(
    sideCost(area(0, 0, 0.1, 0.1), ['top', 'right'], SCREEN),
  )
  expect(sideCost(area(0.45, 0.45, 0.55, 0.55), ['middle'], SCREEN)).toBeCloseTo(0)
})

describe('countedIn', () => {
  // a b c / d e f / g h
  const scene = sceneOf(
    new DocumentIndex({
      components: 'h g f e d c b a'.split(' ').map((id) => {
        const place = id.charCodeAt(0) - 97
        return { id, type: 'image', bbox: [(place % 3) * 100, Math.floor(place / 3) * 100, 90, 90] as const }
      }),
    }),
  )

  test.each([
    ['first', 'a'],
    ['4th', 'd'],
    ['last', 'h'],
    ['last but one', 'g'],
    ['second from the bottom', 'h'],
    ['first from the bottom right', 'h'],
    ['second from the right', 'f'],
    ['second in the second row', 'e'],
    ['last in the first row', 'c'],
    ['second row third column', 'f'],
    ['ninth', ''],
    ['first in the fifth row', ''],
  ])('the %s is %j', (phrase, expected) => {
    const query: Query = readQuery(phrase.split(' '), [])
    expect(
      countedIn(scene, query)
        .map(({ node }) => node.id)
        .join(''),
    ).toBe(expected)
  })
})
