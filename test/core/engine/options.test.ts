import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../../src/core/index.ts'
import type { EngineOptions } from '../../../src/core/index.ts'
import { shopScreen } from '../../support/shop-screen.ts'

const NAMES = ['maxCommandLength', 'maxSteps', 'maxComponents', 'maxDepth', 'maxTextLength'] as const

describe('limits', () => {
  test.each(
    NAMES.flatMap((name) =>
      [0, -1, 1.5, Number.NaN, Infinity, '5', null].map((value) => [name, value] as const),
    ),
  )('%s of %s is refused by name', (name, value) => {
    const options = { limits: { [name]: value } } as unknown as EngineOptions
    expect(() => createEngine(options)).toThrow(RangeError)
    expect(() => createEngine(options)).toThrow(`limits.${name}`)
  })

  test.each(NAMES)('%s of 1 is a limit', (name) => {
    expect(() => createEngine({ limits: { [name]: 1 } })).not.toThrow()
  })
})

describe('intentCache', () => {
  test.each([-1, 0.5, Number.NaN, '10', Infinity])('of %s is refused', (value) => {
    expect(() => createEngine({ intentCache: value as number })).toThrow(/intentCache/)
  })

  it('0 switches it off, otherwise the second run is a hit, up to its size', () => {
    const shop = shopScreen()
    expect(createEngine({ intentCache: 0 }).run(shop, 'hide the logo').cache).toBe('off')
    const engine = createEngine({ intentCache: 2 })
    const cached = (command: string): string => engine.run(shop, command).cache
    expect(
      ['hide the logo', 'hide the logo', 'hide the intro', 'hide the rule', 'hide the logo'].map(cached),
    ).toEqual(['miss', 'hit', 'miss', 'miss', 'miss'])
    expect(engine.stats().cache).toEqual({ hits: 1, misses: 4, size: 2 })
    expect(cached([] as never)).toBe('off')
  })
})

describe('rules', () => {
  const pale = 'make the page title #EEEEEE'

  it('contrast is a warning, and a mending command goes with it', () => {
    const engine = createEngine()
    const before = {
      ...shopScreen(),
      components: [
        {
          id: 'page',
          type: 'card',
          bbox: [0, 0, 400, 200] as const,
          visual: { bg_color: '#FFFFFF' },
          children: [{ id: 't', type: 'title', text: 'Hi', bbox: [10, 10, 100, 40] as const }],
        },
      ],
    }
    const answer = engine.run(before, 'make the title #EEEEEE')
    expect(answer.status).toBe('applied')
    expect(answer.issues).toMatchObject([{ code: 'contrast', severity: 'warning', id: 't' }])
    const mended = engine.run(answer.blueprint, answer.issues[0]!.suggestions![0]!)
    expect(mended.status).toBe('applied')
    expect(engine.verify(mended.blueprint).issues).toEqual([])
    const strict = createEngine({ rules: { contrast: 'error' } }).run(before, 'make the title #EEEEEE')
    expect([strict.status, strict.blueprint]).toEqual(['rejected', before])
    expect(strict.issues).toMatchObject([{ code: 'contrast', severity: 'error' }])
    const lax = createEngine({ rules: { contrast: 'off' } }).run(before, 'make the title #EEEEEE')
    expect([lax.status, lax.issues]).toEqual(['applied', []])
  })

  it('the levels that are not named stay as they are', () => {
    const engine = createEngine({ rules: { contrast: 'off' } })
    expect(engine.run(shopScreen(), pale).status).toBe('applied')
    expect(
      engine.run(shopScreen(), 'move the page title 60px down').issues.map(({ code }) => code),
    ).toContain('overlap')
  })
})

describe('clock', () => {
  it('is the only source of time', () => {
    let now = 0
    const { timings } = createEngine({ clock: { now: () => (now += 5) } }).run(shopScreen(), 'hide the logo')
    for (const time of Object.values(timings)) expect(time % 5).toBe(0)
    expect(timings.total).toBeGreaterThan(0)
  })

  it('one that stands still gives times of 0', () => {
    const { timings, status } = createEngine({ clock: { now: () => 42 } }).run(shopScreen(), 'hide the logo')
    expect(status).toBe('applied')
    expect(timings).toEqual({ decompose: 0, execute: 0, verify: 0, serialize: 0, total: 0 })
  })
})

it('engines share nothing that shows', () => {
  const shop = shopScreen()
  const one = createEngine()
  const other = createEngine({ limits: { maxComponents: 3 } })
  expect(one.run(shop, 'hide the logo').status).toBe('applied')
  expect(other.run(shop, 'hide the logo').status).toBe('rejected')
  expect(one.run(shop, 'hide the logo').status).toBe('applied')
  expect(other.stats().outcomes).toEqual({ applied: 0, partial: 0, clarify: 0, rejected: 1 })
})
