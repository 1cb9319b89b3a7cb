export type JsonObject = { readonly [key: string]: unknown }

/** True for objects that are neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own property or undefined: `constructor` and other inherited names are not there. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Sets an own data property whatever the key; `__proto__` is a name like any other. */
export function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
  } else {
    object[key] = value
  }
}

/** What a value is, in words for an error message: `an array`, `the number 3`, `nothing`. */
export function describe(value: unknown): string {
  try {
    return inWords(value)
  } catch {
    // A proxy. What is said about a value must not depend on what it does when it is looked at.
    return 'a value that throws when read'
  }
}

function inWords(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array of ${value.length}`
  switch (typeof value) {
    case 'string':
      return value.length > 40
        ? `the string ${JSON.stringify(value.slice(0, 40))}...`
        : `the string ${JSON.stringify(value)}`
    case 'number':
      return `the number ${String(value)}`
    case 'boolean':
      return String(value)
    case 'object':
      return 'an object'
    default:
      return `a ${typeof value}`
  }
}
