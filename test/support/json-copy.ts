/** A deep copy of a JSON value, to the last key: structuredClone loses a key that is called `__proto__`. */
export function copyJson<T>(value: T): T {
  if (Array.isArray(value)) return (value as unknown[]).map(copyJson) as T
  if (typeof value !== 'object' || value === null) return value
  const copy = {}
  for (const [key, inner] of Object.entries(value))
    Object.defineProperty(copy, key, {
      value: copyJson(inner as unknown),
      writable: true,
      enumerable: true,
      configurable: true,
    })
  return copy as T
}
