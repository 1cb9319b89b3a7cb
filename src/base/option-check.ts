import { describe, isJsonObject } from './json.ts'

/**
 * Checks one option; `name` says where it stands, as in `options.limits.maxSteps`.
 *
 * @throws TypeError for what is of another type, RangeError for a value of the right type that is out of range.
 */
export type OptionCheck = (value: unknown, name: string) => void

/**
 * Checks an object of options. An option that is undefined counts as absent; an unknown one is rejected, because
 * a misspelled option would otherwise be an option without effect. O(keys).
 *
 * @throws TypeError when it is not an object, or holds unknown keys; and what the checks throw.
 */
export function checkOptions(
  options: unknown,
  name: string,
  checks: Readonly<Record<string, OptionCheck>>,
): void {
  if (!isJsonObject(options))
    throw new TypeError(`expected ${name} to be an object, got ${describe(options)}`)
  for (const key of Object.keys(options)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined
    if (check === undefined)
      throw new TypeError(
        `expected ${name} to hold only ${Object.keys(checks).join(', ')}, got the key ${JSON.stringify(key)}`,
      )
    const value = options[key]
    if (value !== undefined) check(value, `${name}.${key}`)
  }
}

/** Options within options. */
export function optionsOf(checks: Readonly<Record<string, OptionCheck>>): OptionCheck {
  return (value, name) => checkOptions(value, name, checks)
}

export const isFlag: OptionCheck = (value, name) => {
  if (typeof value !== 'boolean')
    throw new TypeError(`expected ${name} to be true or false, got ${describe(value)}`)
}

export function isWholeNumberFrom(least: number): OptionCheck {
  return (value, name) => {
    const wrong = `expected ${name} to be a whole number of at least ${least}, got ${describe(value)}`
    if (typeof value !== 'number') throw new TypeError(wrong)
    if (!Number.isSafeInteger(value) || value < least) throw new RangeError(wrong)
  }
}

export function isOneOf(values: readonly string[]): OptionCheck {
  return (value, name) => {
    const wrong = `expected ${name} to be one of ${values.join(', ')}, got ${describe(value)}`
    if (typeof value !== 'string') throw new TypeError(wrong)
    if (!values.includes(value)) throw new RangeError(wrong)
  }
}

/** Those given over the defaults; undefined counts as absent. */
export function withDefaults<Options extends object>(
  defaults: Options,
  given: Partial<Options> | undefined,
): Options {
  const options = { ...defaults }
  for (const key of Object.keys(given ?? {}) as (keyof Options)[]) {
    const value = given![key]
    if (value !== undefined) options[key] = value
  }
  return options
}
