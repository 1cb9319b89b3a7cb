import { InvalidArgumentError } from 'commander'

/**
 * Collects the values of an option that takes one value each time it is given: `--in a --in b`. An option that takes several
 * at once would swallow the arguments after it.
 */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** The same for one of several words; anything else is rejected with the words. */
export function collectOneOf<T extends string>(
  allowed: readonly T[],
): (value: string, before: readonly T[] | undefined) => readonly T[] {
  return (value, before) => {
    const found = allowed.find((one) => one === value)
    if (found === undefined) throw new InvalidArgumentError(`Allowed choices are ${allowed.join(', ')}.`)
    return [...(before ?? []), found]
  }
}
