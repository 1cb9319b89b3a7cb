import { describe } from '../base/json.ts'
import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Blueprint } from './blueprint.ts'
import { checkComponent, checkTokens, checkUnknown, isWritten } from './component-check.ts'
import type { CheckContext, FaultCode } from './component-check.ts'
import { isPlainArray, isPlainObject } from './json-value.ts'
import type { ValueBudget } from './json-value.ts'
import { escapeSegment } from './patch.ts'
import { documentTexts } from './schema.ts'

/** How large a document may be. */
export interface DocumentLimits {
  readonly maxComponents: number
  /** Levels of components; 1 is a flat document. The same bound holds for nesting under unknown keys. */
  readonly maxDepth: number
  /** UTF-16 units of an id, type, role, text, alt, placeholder, price or icon. */
  readonly maxTextLength: number
}

/** One reason why an input is not a document. */
export interface DocumentFault {
  readonly code: FaultCode
  /** JSON Pointer into the input. */
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** Parts that were found in order, for documents that share most of theirs; and how much may still be looked at in all of them. */
export class KnownParts {
  readonly components: WeakSet<object> = new WeakSet()
  /** With the key that each stood under: what may stand under one key need not be right under another. */
  readonly sections: WeakMap<object, string> = new WeakMap()
  readonly budget: ValueBudget

  constructor({ maxComponents }: DocumentLimits) {
    this.budget = budgetFor(maxComponents)
  }
}

function budgetFor(maxComponents: number): ValueBudget {
  return { left: Math.max(1, maxComponents) * VALUES_PER_COMPONENT }
}

/** More would help nobody, and a hostile input could have millions. */
const MAX_FAULTS = 20
/** Values that may stand under unknown keys, for each component that is allowed. */
const VALUES_PER_COMPONENT = 100

/**
 * Tells whether an input is a document that the engine can work on, or up to 20 reasons why not. Never throws. Accepted is
 * what `JSON.stringify` writes and `JSON.parse` returns unchanged: a key whose value is undefined is rejected, because a
 * patch for it would not apply to the parsed text. O(values); time and stack are bounded by the limits whatever the input.
 *
 * @param known of versions of the same document that were looked at before: only what differs is looked at again
 * @example validateBlueprint(JSON.parse(text), { maxComponents: 100_000, maxDepth: 64, maxTextLength: 100_000 })
 */
export function validateBlueprint(
  input: unknown,
  limits: DocumentLimits,
  known: KnownParts | null = null,
): Result<Blueprint, readonly DocumentFault[]> {
  const validation = new Validation(limits, known)
  try {
    validation.run(input)
  } catch {
    // A getter or a proxy that throws. What it threw could throw again when looked at.
    validation.refuse('document-invalid', '', 'readable values', 'a value that throws when read')
  }
  // Every key that the type names has been looked at.
  return validation.faults.length === 0 ? ok(input as Blueprint) : fail(validation.faults)
}

class Validation {
  readonly faults: DocumentFault[] = []
  readonly #limits: DocumentLimits
  readonly #context: CheckContext
  readonly #known: KnownParts | null
  readonly #ids = new Set<string>()
  #count = 0
  /** The lists on the way from the top to the current component, the position in each, and whose lists they are. */
  readonly #lists: (readonly unknown[])[] = []
  readonly #positions: number[] = []
  readonly #owners: unknown[] = []
  /** Where we are while outside the components. */
  #section = ''

  constructor(limits: DocumentLimits, known: KnownParts | null) {
    this.#limits = limits
    this.#known = known
    this.#context = {
      maxDepth: limits.maxDepth,
      maxTextLength: limits.maxTextLength,
      budget: known?.budget ?? budgetFor(limits.maxComponents),
      unknownKeys: 'check',
      report: (code, path, expected, got) => this.refuse(code, path, expected, got),
    }
  }

  refuse(code: FaultCode, path: string, expected: string, got: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ code, path: this.#here() + path, expected, got })
  }

  run(input: unknown): void {
    if (!isPlainObject(input))
      return this.refuse('document-invalid', '', 'a blueprint object', describe(input))
    for (const key of Object.keys(input)) this.#checkSection(key, input[key])
    const { components } = input
    if (!isPlainArray(components) || !isWritten(input, 'components')) {
      this.#section = '/components'
      const got = isPlainArray(components) ? 'a hidden key' : describe(components)
      return this.refuse('document-invalid', '', 'an array of components', got)
    }
    this.#section = ''
    this.#checkComponents(components)
  }

  #checkSection(key: string, value: unknown): void {
    const sections = this.#known?.sections
    if (key === 'components' || sections === undefined || typeof value !== 'object' || value === null)
      return this.#checkKey(key, value)
    if (sections.get(value) === key) return
    const faults = this.faults.length
    this.#checkKey(key, value)
    if (this.faults.length === faults) sections.set(value, key)
  }

  #checkKey(key: string, value: unknown): void {
    if (key === 'components') return
    this.#section = `/${escapeSegment(key)}`
    if (key === 'tokens') return checkTokens(value, this.#context)
    if ((documentTexts as readonly string[]).includes(key)) {
      if (typeof value !== 'string')
        this.refuse('document-invalid', '', 'a string, if present', describe(value))
      return
    }
    if (key === 'meta' && !isPlainObject(value))
      return this.refuse('document-invalid', '', 'an object, if present', describe(value))
    this.#section = ''
    checkUnknown(value, '', key, this.#context)
  }

  /** Depth first with a stack of its own, so that hostile nesting meets the limit and not the end of the call stack. */
  #checkComponents(top: readonly unknown[]): void {
    if (!this.#fits(top)) return
    this.#enter(top, null)
    while (this.#lists.length > 0 && this.faults.length < MAX_FAULTS) {
      const level = this.#lists.length - 1
      const list = this.#lists[level]!
      const position = ++this.#positions[level]!
      if (position >= list.length) this.#leave()
      else if (!this.#checkOne(list[position])) return
    }
  }

  /** Returns false when there is no point in going on. */
  #checkOne(component: unknown): boolean {
    this.#count++
    if (!isPlainObject(component)) {
      this.refuse('document-invalid', '', 'a component object', describe(component))
      return true
    }
    const hasId = this.#hasId(component)
    if (hasId && !this.#isNew(component)) return true
    const children = component['children']
    if (!Array.isArray(children) || children.length === 0) return true
    if (isWritten(component, 'children')) return this.#descend(component, children)
    this.refuse('document-invalid', '/children', 'an array of components, if present', 'a hidden key')
    return true
  }

  /** As checkComponent does, unless it is known to be in order. What it holds by way of components is another matter. */
  #hasId(component: { readonly [key: string]: unknown }): boolean {
    if (this.#known === null) return checkComponent(component, this.#context)
    if (this.#known.components.has(component)) return true
    const faults = this.faults.length
    const hasId = checkComponent(component, this.#context)
    if (hasId && this.faults.length === faults) this.#known.components.add(component)
    return hasId
  }

  #fits(list: readonly unknown[]): boolean {
    const { maxComponents } = this.#limits
    if (this.#count + list.length <= maxComponents) return true
    this.#lists.length = 0
    this.#section = '/components'
    this.refuse(
      'document-too-large',
      '',
      `at most ${maxComponents} components`,
      `at least ${this.#count + list.length}`,
    )
    return false
  }

  #isNew(component: { readonly [key: string]: unknown }): boolean {
    const id = component['id'] as string
    if (!this.#ids.has(id)) {
      this.#ids.add(id)
      return true
    }
    // A cycle repeats its ids, so looking here finds it at once. What is inside a duplicate is not looked at: shared parts
    // could be met more often than there is time for.
    if (this.#owners.includes(component)) {
      this.refuse(
        'document-cycle',
        '',
        'components that do not contain themselves',
        `${JSON.stringify(id)} inside itself`,
      )
    } else {
      this.refuse('duplicate-id', '/id', 'a unique id', describe(id))
    }
    return false
  }

  #descend(component: unknown, children: readonly unknown[]): boolean {
    if (this.#lists.length >= this.#limits.maxDepth) {
      this.refuse(
        'document-too-deep',
        '/children',
        `at most ${this.#limits.maxDepth} levels of components`,
        'more',
      )
      return true
    }
    if (!this.#fits(children)) return false
    this.#enter(children, component)
    return true
  }

  #enter(list: readonly unknown[], owner: unknown): void {
    this.#lists.push(list)
    this.#positions.push(-1)
    this.#owners.push(owner)
  }

  #leave(): void {
    this.#lists.pop()
    this.#positions.pop()
    this.#owners.pop()
  }

  #here(): string {
    if (this.#lists.length === 0) return this.#section
    let path = ''
    for (let i = 0; i < this.#lists.length; i++)
      path += `${i === 0 ? '/components/' : '/children/'}${this.#positions[i]}`
    return path
  }
}
