/** A method somewhere, by the object that holds it and its key. */
export interface Seam {
  readonly name: string
  readonly holder: object
  readonly key: string
}

/** What is thrown where a fault is planted. */
export class PlantedFault extends Error {
  constructor(name: string) {
    super(`planted in ${name}`)
    this.name = 'PlantedFault'
  }
}

type Method = (this: unknown, ...values: unknown[]) => unknown

/**
 * Runs something while a method throws at its `at`-th call (from 1), once; all other calls go on as ever. The method is put
 * back whatever happens: sources need no hooks, and nothing else sees the fault.
 *
 * @param at 0: never throws, only counts
 * @returns how often the method was called, and what came of running
 */
export function withFault<T>(
  { name, holder, key }: Seam,
  at: number,
  run: () => T,
): { readonly calls: number; readonly result: T } {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key)
  if (typeof descriptor?.value !== 'function') throw new Error(`there is no method ${name}`)
  const original = descriptor.value as Method
  const { apply } = Reflect
  let calls = 0
  const faulty: Method = function faulty(...values) {
    if (++calls === at) throw new PlantedFault(name)
    return apply(original, this, values)
  }
  Object.defineProperty(holder, key, { ...descriptor, value: faulty })
  try {
    const result = run()
    return { calls, result }
  } finally {
    Object.defineProperty(holder, key, descriptor)
  }
}

/** The methods of a class, by name; accessors and the constructor are none. */
export function methodsOf(kind: { readonly name: string; readonly prototype: object }): Seam[] {
  const holder = kind.prototype
  return Object.entries(Object.getOwnPropertyDescriptors(holder))
    .filter(([key, { value }]) => key !== 'constructor' && typeof value === 'function')
    .map(([key]) => ({ name: `${kind.name}.${key}`, holder, key }))
}

/** How often each of some methods is called while something runs. */
export function callsDuring(seams: readonly Seam[], run: () => void): ReadonlyMap<Seam, number> {
  const calls = new Map<Seam, number>()
  let watched = run
  for (const seam of seams) {
    const inner = watched
    watched = () => {
      // Set when all is over: the map's own methods may be among those that are counted.
      const counted = withFault(seam, 0, inner)
      pending.push([seam, counted.calls])
    }
  }
  const pending: [Seam, number][] = []
  watched()
  for (const [seam, count] of pending) calls.set(seam, count)
  return calls
}
