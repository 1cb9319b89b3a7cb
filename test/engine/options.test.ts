import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { EngineOptions } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

const NAMES = ['maxCommandLength', 'maxSteps', 'maxComponents', 'maxDepth', 'maxTextLength'] as const
const engine = createEngine()

describe('options that are none', () => {
  const shop = shopScreen()
  const takers: readonly (readonly [string, (options: never) => unknown])[] = [
    ['createEngine', (options) => createEngine(options)],
    ['run', (options) => engine.run(shop, 'hide the logo', options)],
    ['batch', (options) => engine.batch(shop, ['hide the logo'], options)],
    ['session', (options) => engine.session(shop, options)],
    ['run of a session', (options) => engine.session(shop).run('hide the logo', options)],
  ]
  describe.each(takers)('of %s', (name, take) => {
    test.each([null, 7, 'partial', true, [], () => 1])('%s is refused', (options) => {
      expect(() => take(options as never)).toThrow(TypeError)
      expect(() => take(options as never)).toThrow(/expected \w+ options to be an object, got /)
    })

    it('an unknown one is refused, with those there are', () => {
      for (const key of ['partail', '__proto__x', 'constructor'])
        expect(() => take({ [key]: true } as never)).toThrow(
          new RegExp(`options to hold only .*, got the key "${key}"`),
        )
    })

    it('undefined is as if it were not there', () => {
      expect(() => take(undefined as never)).not.toThrow()
      const key = name.includes('run') ? 'partial' : { createEngine: 'limits', batch: 'atomic' }[name]
      expect(() => take({ [key ?? 'history']: undefined } as never)).not.toThrow()
    })
  })

  test.each(['yes', 1, null, {}])('partial and atomic are true or false, not %s', (value) => {
    const wrong = value as unknown as boolean
    expect(() => engine.run(shop, 'hide the logo', { partial: wrong })).toThrow(
      /expected run options\.partial to be true or false/,
    )
    expect(() => engine.batch(shop, [], { atomic: wrong })).toThrow(TypeError)
  })

  it('those of a history are whole numbers of at least 1', () => {
    for (const name of ['maxEntries', 'maxBytes']) {
      expect(() => engine.session(shop, { history: { [name]: 0 } })).toThrow(RangeError)
      expect(() => engine.session(shop, { history: { [name]: '9' as never } })).toThrow(
        new RegExp(`session options\\.history\\.${name} .*got the string "9"`),
      )
    }
    expect(() => engine.session(shop, { history: null as never })).toThrow(TypeError)
  })
})

describe('limits', () => {
  test.each(
    NAMES.flatMap((name) => [0, -1, 1.5, Number.NaN, Infinity].map((value) => [name, value] as const)),
  )('%s of %s is out of range', (name, value) => {
    const options: EngineOptions = { limits: { [name]: value } }
    expect(() => createEngine(options)).toThrow(RangeError)
    expect(() => createEngine(options)).toThrow(`limits.${name}`)
  })

  test.each(NAMES.flatMap((name) => ['5', null, true, {}].map((value) => [name, value] as const)))(
    '%s of %s is of the wrong type',
    (name, value) => {
      const options = { limits: { [name]: value } } as unknown as EngineOptions
      expect(() => createEngine(options)).toThrow(TypeError)
      expect(() => createEngine(options)).toThrow(`limits.${name}`)
    },
  )

  it('one that nobody knows is refused', () => {
    expect(() => createEngine({ limits: { maxStep: 5 } as never })).toThrow(
      /limits to hold only maxCommandLength, .*got the key "maxStep"/,
    )
    expect(() => createEngine({ limits: null as never })).toThrow(TypeError)
  })

  it('undefined leaves the default', () => {
    const limits = { maxSteps: undefined } as never
    expect(createEngine({ limits }).run(shopScreen(), 'hide the logo').status).toBe('applied')
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

describe('rules that are none', () => {
  test.each([
    [{ contrst: 'error' }, TypeError, 'got the key "contrst"'],
    [
      { contrast: 'fatal' },
      RangeError,
      'rules.contrast to be one of error, warning, off, got the string "fatal"',
    ],
    [{ contrast: true }, TypeError, 'got true'],
    [{ contrast: null }, TypeError, 'got null'],
    [[], TypeError, 'got an array of 0'],
  ])('%j', (rules, kind, words) => {
    expect(() => createEngine({ rules: rules as never })).toThrow(kind)
    expect(() => createEngine({ rules: rules as never })).toThrow(words)
  })

  it('undefined leaves the default', () => {
    const answer = createEngine({ rules: { overlap: undefined } as never }).verify(shopScreen())
    expect(answer.issues).toEqual(createEngine().verify(shopScreen()).issues)
  })
})

describe('clock', () => {
  test.each([{}, null, { now: 5 }, { now: () => 'noon' }, { now: () => Number.NaN }, 7])(
    '%j is none',
    (clock) => {
      expect(() => createEngine({ clock: clock as never })).toThrow(TypeError)
      expect(() => createEngine({ clock: clock as never })).toThrow(/createEngine options\.clock/)
    },
  )

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
  expect(other.stats().outcomes).toEqual({ applied: 0, partial: 0, clarify: 0, rejected: 1, answered: 0 })
})
