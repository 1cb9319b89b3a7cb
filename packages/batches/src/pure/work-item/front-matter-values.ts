import type { Finding, FindingCode } from '../finding.ts'
import type { Key, WrittenValue } from './front-matter-keys.ts'

/** `prpId`, `PRP ID` and `prp-id` are one key. */
export function keyName(text: string): string {
  return text
    .slice(0, 200)
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s-]{1,10}/g, '_')
}

/** Access to the values of a front matter by the several names that a key goes under. */
export class FrontMatterValues {
  readonly #keys: ReadonlyMap<string, Key>
  readonly #findings: Finding[]

  constructor(keys: ReadonlyMap<string, Key>, findings: Finding[]) {
    const byName = new Map<string, Key>()
    for (const [name, key] of keys) if (!byName.has(keyName(name))) byName.set(keyName(name), key)
    this.#keys = byName
    this.#findings = findings
  }

  /** The names of the keys that are of a kind. */
  namesOf(isOfKind: (name: string) => boolean): readonly string[] {
    return [...this.#keys.keys()].filter(isOfKind)
  }

  has(name: string): boolean {
    return this.#keys.has(name)
  }

  map(name: string): ReadonlyMap<string, string> | null {
    return this.#keys.get(name)?.map ?? null
  }

  /** The first of the names that has a text. */
  single(...names: readonly string[]): WrittenValue | null {
    for (const name of names) {
      const single = this.#keys.get(name)?.single
      if (single !== null && single !== undefined && single.text.trim() !== '')
        return { ...single, text: single.text.trim() }
    }
    return null
  }

  /** A list, or a single value as a list of one. */
  values(...names: readonly string[]): readonly WrittenValue[] {
    const list = names
      .map((name) => this.#keys.get(name)?.list)
      .find((each) => each !== null && each !== undefined)
    if (list !== undefined && list !== null) return list
    const single = this.single(...names)
    return single === null ? [] : [single]
  }

  /** The values of several keys together. */
  allValues(names: readonly string[]): readonly WrittenValue[] {
    return names.flatMap((name) => this.values(name))
  }

  texts(name: string): string[] {
    return this.values(name)
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
  }

  warn(
    code: FindingCode,
    message: string,
    { line, column }: { line: number; column: number },
    field: string,
  ): void {
    this.#findings.push({ code, severity: 'warning', message, line, column, field })
  }
}
