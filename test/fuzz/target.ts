import fc from 'fast-check'

/** A promise of the engine that an input has broken. */
class BrokenPromise extends Error {
  constructor(promise: string) {
    super(promise)
    this.name = 'BrokenPromise'
  }
}

/** @throws BrokenPromise where it does not hold */
export function promise(what: string, holds: boolean): void {
  if (!holds) throw new BrokenPromise(what)
}

export function isSame(what: string, got: string, expected: string): void {
  if (got !== expected) throw new BrokenPromise(`${what}: ${excerpt(got, expected)}`)
}

/** Where two texts begin to differ. */
function excerpt(got: string, expected: string): string {
  let at = 0
  while (at < got.length && got[at] === expected[at]) at++
  const from = Math.max(0, at - 20)
  return `${JSON.stringify(got.slice(from, at + 40))} instead of ${JSON.stringify(expected.slice(from, at + 40))}`
}

/** One kind of input and what must hold of it. */
export interface Target {
  readonly name: string
  /** What is changed at random, in one line. */
  readonly about: string
  /** Inputs between two looks at the time: few where each takes long. */
  readonly chunk: number
  /** @param count told what came of each input, in a word */
  readonly property: (count: (outcome: string) => void) => fc.IRawProperty<[unknown]>
}

/**
 * @param inputs data only, so that a counterexample can be written down; hostile objects are made of it in the check
 * @param check says in a word what came of it; throws where a promise is broken. Any other exception breaks one too.
 */
export function target<T>(
  name: string,
  about: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => string,
  chunk = 50,
): Target {
  return {
    name,
    about,
    chunk,
    property: (count) => fc.property(inputs, (input) => count(check(input))),
  }
}
