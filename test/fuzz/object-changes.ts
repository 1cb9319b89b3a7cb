import fc from 'fast-check'

type Slots = Record<PropertyKey, unknown>

/** What is put in a place; each is made again. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  true: () => true,
  zero: () => 0,
  'minus zero': () => -0,
  'minus one': () => -1,
  'a fraction': () => 0.1 + 0.2,
  'the largest number': () => Number.MAX_VALUE,
  'a number above all integers': () => 2 ** 60,
  NaN: () => Number.NaN,
  Infinity: () => Infinity,
  'an empty text': () => '',
  'a number as text': () => '12',
  'a size as text': () => '-1e9px',
  'half a pair': () => '\uD83D',
  'a control character': () => 'a\u0000b',
  'a long text': () => 'x'.repeat(100_001),
  'a pointer': () => '/components/0',
  'a key of all objects': () => 'constructor',
  'an empty list': () => [],
  'an empty object': () => ({}),
  'a list with a hole': () => [1, , 2], // oxlint-disable-line no-sparse-arrays
  'a long list': () => Array.from({ length: 2000 }, (_, i) => i),
  'a deep list': () => nested(70, (inner) => [inner]),
  'a very deep list': () => nested(20_000, (inner) => [inner]),
  'deep components': () => nested(80, (inner) => [{ id: `deep_${count++}`, type: 'text', children: inner }]),
  'an own __proto__': () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  'an own constructor': () => ({ constructor: { prototype: { polluted: true } } }),
  'an object of nothing': () => Object.create(null) as unknown,
  'an object with toJSON': () => ({ toJSON: () => 'other' }),
  'an instance of a class': () => new (class Thing { id = 'thing' })(), // prettier-ignore
  'a function': () => () => 1,
  'a symbol': () => Symbol('s'),
  'a big integer': () => 10n,
  'a date': () => new Date(0),
  'a map': () => new Map([['a', 1]]),
  'a text as object': () => Object('text') as unknown,
  'a regular expression': () => /a/,
  'a proxy that throws': () =>
    new Proxy(
      {},
      { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, getPrototypeOf: fail },
    ),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
}

let count = 0

class Hostile extends Error {}

/** Thrown by what was made to throw. */
export function isHostile(error: unknown): boolean {
  return error instanceof Hostile
}

function fail(): never {
  throw new Hostile('hostile')
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = []
  for (let i = 0; i < depth; i++) value = wrap(value)
  return value
}

/** What is done at a place that is no plain change of the value. */
const DEEDS: Readonly<
  Record<string, (holder: Slots, key: PropertyKey, root: unknown, other: unknown) => void>
> = {
  'take away': (holder, key) => void delete holder[key],
  'the whole in itself': (holder, key, root) => void (holder[key] = root),
  'its holder in itself': (holder, key) => void (holder[key] = holder),
  'what stands elsewhere': (holder, key, _root, other) => void (holder[key] = other),
  'a copy of what stands elsewhere': (holder, key, _root, other) => {
    holder[key] = typeof other === 'function' ? null : cloned(other)
  },
  'a getter': (holder, key) => {
    const value = holder[key]
    Object.defineProperty(holder, key, { get: () => value, enumerable: true, configurable: true })
  },
  'a getter that throws': (holder, key) =>
    void Object.defineProperty(holder, key, { get: fail, enumerable: true, configurable: true }),
  'a getter that changes': (holder, key) => {
    let looks = 0
    const value = holder[key]
    Object.defineProperty(holder, key, {
      get: () => (looks++ % 2 === 0 ? value : looks),
      enumerable: true,
      configurable: true,
    })
  },
  'a hidden key': (holder, key) => void Object.defineProperty(holder, key, { enumerable: false }),
  'a key too many': (holder) => void (holder['x_extra'] = 1),
  'a key called __proto__': (holder) =>
    void Object.defineProperty(holder, '__proto__', {
      value: { polluted: true },
      enumerable: true,
      configurable: true,
      writable: true,
    }),
  'a symbol as key': (holder) => void (holder[Symbol.for('s')] = 1),
  'an empty key': (holder) => void (holder[''] = 1),
  frozen: (holder) => void Object.freeze(holder),
  'another prototype': (holder) => void Object.setPrototypeOf(holder, { inherited: 1 }),
}

function cloned(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    return null
  }
}

const KINDS: readonly string[] = [...Object.keys(VALUES), ...Object.keys(DEEDS)]

/** One change to an object, as data; the numbers are taken modulo the places that there are. */
export interface ObjectChange {
  readonly kind: string
  readonly at: number
  readonly other: number
}

export const objectChanges: fc.Arbitrary<readonly ObjectChange[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(4000), other: fc.nat(4000) }),
  { minLength: 1, maxLength: 4 },
)

/**
 * True if reading twice, or a copy, gives another thing: what came of it cannot be held against anything. (Keys that are
 * hidden from loops are not looked for: no document that was ever JSON has one.)
 */
export function isUnsteady(changes: readonly ObjectChange[]): boolean {
  return changes.some(({ kind }) => kind === 'a getter that changes' || kind === 'a hidden key')
}

/** More places than that are not looked for: a change may have made a very deep thing. */
const MAX_PLACES = 4000

/** Changes a copy in its places; what a change makes impossible for the next is left out. */
export function changedObject(original: unknown, changes: readonly ObjectChange[]): unknown {
  const box: Slots = { root: structuredClone(original) }
  for (const { kind, at, other } of changes) {
    const places = placesIn(box)
    const place = places[at % places.length]!
    const elsewhere = places[other % places.length]!
    try {
      if (Object.hasOwn(VALUES, kind)) place.holder[place.key] = VALUES[kind]!()
      else DEEDS[kind]!(place.holder, place.key, box['root'], elsewhere.holder[elsewhere.key])
    } catch {
      // Frozen, or a proxy that an earlier change put there.
    }
  }
  try {
    return box['root']
  } catch {
    return null
  }
}

function placesIn(box: Slots): { readonly holder: Slots; readonly key: PropertyKey }[] {
  const places: { holder: Slots; key: PropertyKey }[] = []
  const seen = new Set<object>()
  const waiting: object[] = [box]
  while (waiting.length > 0 && places.length < MAX_PLACES) {
    const holder = waiting.pop()!
    if (seen.has(holder)) continue
    seen.add(holder)
    for (const [key, descriptor] of descriptorsOf(holder)) {
      if (Array.isArray(holder) && key === 'length') continue
      places.push({ holder: holder as Slots, key })
      const value: unknown = descriptor.value
      if (typeof value === 'object' && value !== null) waiting.push(value)
    }
  }
  return places
}

function descriptorsOf(holder: object): [string, PropertyDescriptor][] {
  try {
    return Object.entries(Object.getOwnPropertyDescriptors(holder))
  } catch {
    return []
  }
}
