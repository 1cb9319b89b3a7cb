import type { Issue, IssueCode } from '../command/issue.ts'
import type { Target } from '../command/step.ts'
import type { Reply } from '../command/question.ts'
import { propertySpec } from '../document/blueprint.ts'
import { isOwnProperty } from '../document/native-table.ts'
import type { Variant } from '../document/look-table.ts'
import type { AnyProperty, PropertyName } from '../document/native-table.ts'
import { numberOf } from '../document/transaction.ts'
import type { Transaction } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { compareInDocument } from './document-order.ts'
import type { Ledger, Written, WrittenName } from './ledger.ts'
import type { Template } from './templates/template.ts'
import { readInVariant, writeInVariant } from './variant-look.ts'

/** Targets with the components that they stand for, in document order. */
export interface ResolvedTargets {
  readonly targets: readonly Target[]
  readonly nodes: readonly TreeNode[]
  readonly ids: Set<string>
}

/** What a step runs in. */
export interface StepContext {
  readonly transaction: Transaction
  /** Position of the step in its command, from 0. */
  readonly position: number
  readonly ledger: Ledger
  /** The most components that the document may come to hold. */
  readonly maxComponents: number
  /** A number out of range that surely means the end of it becomes that. */
  readonly clamps: boolean
  readonly templates: ReadonlyMap<string, Template>
  /** The state or device whose look is meant; null for the base look. */
  readonly variant: Variant | null
  /** What its targets stand for, where that was found out before and still holds. */
  readonly known: ResolvedTargets | null
}

/** One step under way: finds its targets, reads and writes for it, and keeps what it has to say. */
export class StepRun {
  readonly transaction: Transaction
  readonly position: number
  readonly maxComponents: number
  readonly clamps: boolean
  readonly templates: ReadonlyMap<string, Template>
  readonly variant: Variant | null
  readonly errors: Issue[] = []
  readonly issues: Issue[] = []
  readonly notes: string[] = []
  readonly made: string[] = []
  readonly removed: TreeNode[] = []
  readonly written: Written[] = []
  targets: Set<string> = new Set<string>()
  /** What the step's targets stand for, once they were looked up. */
  resolved: ResolvedTargets | null = null
  /** What a question is answered. */
  reply: Reply | null = null
  readonly #ledger: Ledger
  readonly #known: ResolvedTargets | null

  constructor(context: StepContext) {
    this.transaction = context.transaction
    this.position = context.position
    this.maxComponents = context.maxComponents
    this.clamps = context.clamps
    this.templates = context.templates
    this.variant = context.variant
    this.#ledger = context.ledger
    this.#known = context.known
  }

  /** The components that targets stand for, each once, in document order; empty after an error. */
  resolveAll(targets: readonly Target[]): TreeNode[] {
    const known = this.#known
    if (known !== null && known.targets === targets) {
      this.targets = known.ids
      this.resolved = known
      return known.nodes.slice()
    }
    const found = new Set<TreeNode>()
    for (const target of targets) for (const id of this.#idsOf(target)) this.#find(id, found)
    if (this.errors.length > 0) return []
    if (found.size === 0)
      this.fail('reference-unknown', `Step ${this.position + 1} has no component to act on.`)
    for (const node of found) this.targets.add(node.id)
    const nodes = [...found].sort(compareInDocument)
    this.resolved = { targets, nodes, ids: this.targets }
    return nodes.slice()
  }

  /** The one component that an anchor or partner stands for; the first one of several. Null after an error. */
  resolve(target: Target): TreeNode | null {
    const found = new Set<TreeNode>()
    const ids = this.#idsOf(target)
    if (ids.length > 0) this.#find(ids[0]!, found)
    const [node] = found
    return node ?? null
  }

  #idsOf(target: Target): readonly string[] {
    if (typeof target === 'string') return [target]
    const made = this.#ledger.madeBy(target.madeBy)
    if (made !== undefined && made.length > 0) return made
    this.fail(
      'reference-unknown',
      `Step ${target.madeBy + 1} made nothing that step ${this.position + 1} could act on.`,
    )
    return []
  }

  #find(id: string, found: Set<TreeNode>): void {
    const node = this.transaction.index.node(id)
    if (node !== undefined) {
      found.add(node)
      return
    }
    const deleter = this.#ledger.deletedBy(id)
    if (deleter === undefined)
      this.fail('reference-unknown', `There is no component with the id ${JSON.stringify(id)}.`, id)
    else
      this.fail(
        'conflict-deleted',
        `Step ${this.position + 1} needs #${id}, which step ${deleter + 1} deleted.`,
        id,
      )
  }

  /** An error: the step is rolled back. */
  fail(
    code: IssueCode,
    message: string,
    id?: string,
    suggestions?: readonly string[],
    candidates?: readonly string[],
  ): void {
    this.errors.push({
      code,
      severity: 'error',
      message,
      stage: 'execute',
      ...(id === undefined ? {} : { id }),
      ...(candidates === undefined ? {} : { candidates }),
      ...(suggestions === undefined ? {} : { suggestions }),
    })
  }

  /** Says how something was decided; nothing is wrong with it. */
  tell(message: string): void {
    this.notes.push(message)
  }

  /** Something worth saying about a step that succeeds. */
  note(code: 'clamped' | 'overridden' | 'no-effect' | 'not-applicable', message: string, id?: string): void {
    this.notes.push(message)
    const severity = 'note'
    const stage = 'execute'
    this.issues.push(
      id === undefined ? { code, severity, message, stage } : { code, severity, message, stage, id },
    )
  }

  /** The value of a property in the look that the step is about: for a state or device its own, else the base look's. */
  read(node: TreeNode, property: PropertyName): unknown {
    if (this.variant === null) return this.transaction.read(node, property)
    return (
      readInVariant(this.transaction, node, this.variant, property) ?? this.transaction.read(node, property)
    )
  }

  /** {@link read} as a number; of a side that is absent, that of all sides, else the property's initial value. */
  readNumber(node: TreeNode, property: PropertyName): number | undefined {
    const own = this.read(node, property)
    const { whole, initial } = propertySpec(property)
    const value = (own === undefined || own === null) && whole !== undefined ? this.read(node, whole) : own
    return numberOf(value) ?? initial
  }

  /**
   * Writes a property. `absolute`: the value does not build on the present one, so an earlier step's writing of the same
   * property is lost, which is said. Returns false when the value was there already.
   */
  write(node: TreeNode, property: AnyProperty, value: unknown, absolute: boolean): boolean {
    const { label } = propertySpec(property)
    if (this.variant === null || isOwnProperty(property)) {
      const hasChanged = this.transaction.write(node, property, value)
      this.wrote(node.id, property, label, absolute && hasChanged)
      return hasChanged
    }
    const hasChanged = writeInVariant(this.transaction, node, this.variant, property, value)
    this.wrote(node.id, `${this.variant}:${property}`, `${this.variant} ${label}`, absolute && hasChanged)
    return hasChanged
  }

  /** Remembers that the step decided a property; `overrides` when it took no notice of the value before. */
  wrote(id: string, name: WrittenName, label: string, overrides: boolean): void {
    const earlier = this.#ledger.writtenBy(id, name)
    if (overrides && earlier !== undefined) {
      const whose = name.startsWith('token:') ? `the theme's ${label}` : `the ${label} of #${id}`
      this.note(
        'overridden',
        `Step ${this.position + 1} overrides ${whose} that step ${earlier + 1} had set.`,
        id,
      )
    }
    this.written.push({ id, name })
  }

  freshId(stem: string, from: number): string {
    return this.#ledger.freshId(stem, from, (id) => this.transaction.index.has(id))
  }

  /** Says that the step changed nothing, when nothing else was said. */
  finish(hasChanged: boolean): void {
    if (!hasChanged && this.reply === null && this.errors.length === 0 && this.notes.length === 0) {
      this.note(
        'no-effect',
        `Step ${this.position + 1} changes nothing: everything already has these values.`,
      )
    }
  }
}
