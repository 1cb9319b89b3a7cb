import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Step, StepKind, StepOutcome, Target } from '../command/step.ts'
import type { Transaction } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { compareInDocument } from './document-order.ts'
import { Ledger } from './ledger.ts'
import { addComponents } from './operations/add.ts'
import { adjustNumber } from './operations/adjust.ts'
import { arrangeComponents } from './operations/arrange.ts'
import { answerQuestion } from './operations/ask.ts'
import { deleteComponents } from './operations/delete.ts'
import { setDistances } from './operations/distance.ts'
import { duplicateComponents } from './operations/duplicate.ts'
import { changeNumbers, editTexts } from './operations/edit-text.ts'
import { matchComponents } from './operations/match.ts'
import { moveComponents } from './operations/move.ts'
import { applyNamedLook } from './operations/named-look.ts'
import { addOneMore } from './operations/one-more.ts'
import { alignWith, distributeComponents, pinComponents, placeInside } from './operations/place-beside.ts'
import { alignComponents, placeComponentsAt, shiftComponents } from './operations/place.ts'
import { replaceColors } from './operations/recolor.ts'
import { refuseHistory, refuseOutOfScope } from './operations/requests.ts'
import { resizeComponents } from './operations/resize.ts'
import { retypeComponents } from './operations/retype.ts'
import { addSection } from './operations/section.ts'
import { fitToText, shapeComponents, spanComponents } from './operations/span.ts'
import { changeShadow, roundToPill, setOwnProperty, setProperty } from './operations/style.ts'
import { swapComponents } from './operations/swap.ts'
import { changeScheme, turnTheme } from './operations/theme.ts'
import { changeToken } from './operations/token.ts'
import { changeLightness, changeSaturation } from './operations/tone.ts'
import { wrapComponents } from './operations/wrap.ts'
import { areTheSame, leavesOthersStanding } from './step-batching.ts'
import { StepRun } from './step-run.ts'
import type { ResolvedTargets } from './step-run.ts'
import { builtInTemplates } from './templates/built-in.ts'
import type { Template } from './templates/template.ts'

/** Carries out one kind of step; says what is wrong through `run.fail`, and the executor rolls back. */
export type Operation<S extends Step> = (run: StepRun, step: S) => void

type OperationTable = { readonly [K in StepKind]: Operation<Extract<Step, { readonly kind: K }>> }

/** What carries out each kind of step. */
export const operations: OperationTable = {
  set: setProperty,
  own: setOwnProperty,
  adjust: adjustNumber,
  resize: resizeComponents,
  lightness: changeLightness,
  shadow: changeShadow,
  pill: roundToPill,
  move: moveComponents,
  shift: shiftComponents,
  'place-at': placeComponentsAt,
  align: alignComponents,
  swap: swapComponents,
  add: addComponents,
  duplicate: duplicateComponents,
  delete: deleteComponents,
  wrap: wrapComponents,
  token: changeToken,
  layout: arrangeComponents,
  'place-in': placeInside,
  distance: setDistances,
  'align-with': alignWith,
  distribute: distributeComponents,
  span: spanComponents,
  fit: fitToText,
  pin: pinComponents,
  shape: shapeComponents,
  saturation: changeSaturation,
  look: applyNamedLook,
  match: matchComponents,
  recolor: replaceColors,
  theme: turnTheme,
  scheme: changeScheme,
  retype: retypeComponents,
  'edit-text': editTexts,
  number: changeNumbers,
  section: addSection,
  'one-more': addOneMore,
  ask: answerQuestion,
  history: refuseHistory,
  'out-of-scope': refuseOutOfScope,
}

export interface ExecutionOptions {
  /** The most components that the document may come to hold; default 100,000. */
  readonly maxComponents?: number
  /** A number that is out of range, and surely means the end of it, becomes that, with a note; default false: an error. */
  readonly clamps?: boolean
  /** Sections that can be added, by name; default: those that every engine has. */
  readonly templates?: ReadonlyMap<string, Template>
}

const DEFAULT_MAX_COMPONENTS = 100_000

/** The templates that every engine has, by name. */
export const DEFAULT_TEMPLATES: ReadonlyMap<string, Template> = new Map(
  builtInTemplates.map((template) => [template.name, template]),
)

/**
 * Runs the steps of one command, in reading order, inside a transaction. Steps in a row on the same components are batched:
 * the components are looked up and put in order once (step-batching.ts), and however many steps write to a component,
 * the commit makes one draft of it.
 */
export class Execution {
  readonly #transaction: Transaction
  readonly #ledger = new Ledger()
  readonly #maxComponents: number
  readonly #clamps: boolean
  readonly #templates: ReadonlyMap<string, Template>
  #marked = 0
  /** Of the step before, as long as no step has changed the order of the document. */
  #resolved: ResolvedTargets | null = null

  constructor(transaction: Transaction, options: ExecutionOptions = {}) {
    this.#transaction = transaction
    this.#maxComponents = options.maxComponents ?? DEFAULT_MAX_COMPONENTS
    this.#clamps = options.clamps ?? false
    this.#templates = options.templates ?? DEFAULT_TEMPLATES
  }

  /** Sets the place that `rollback` goes back to; a later mark takes its place. */
  mark(): void {
    this.#marked = this.#transaction.savepoint()
    this.#ledger.mark()
  }

  /** Takes back the steps since the mark, as if they had never run. O(changes since). */
  rollback(): void {
    this.#transaction.rollback(this.#marked)
    this.#ledger.forget()
    this.#resolved = null
  }

  /**
   * Runs one step. A step that fails leaves everything as it was before it.
   *
   * @param position of the step in its command, from 0; what `madeBy` targets of later steps refer to
   */
  run(step: Step, position: number): Result<StepOutcome, readonly Issue[]> {
    const savepoint = this.#transaction.savepoint()
    const known = this.#knownFor(step)
    const run = new StepRun({
      transaction: this.#transaction,
      position,
      ledger: this.#ledger,
      maxComponents: this.#maxComponents,
      clamps: this.#clamps,
      templates: this.#templates,
      variant: 'variant' in step ? (step.variant ?? null) : null,
      known,
    })
    this.#resolved = null
    const operation = operations[step.kind] as Operation<Step>
    operation(run, step)
    if (run.errors.length > 0) {
      this.#transaction.rollback(savepoint)
      return fail(run.errors)
    }
    run.finish(this.#transaction.savepoint() > savepoint)
    if (leavesOthersStanding(step)) this.#resolved = run.resolved
    this.#ledger.record(position, run.made, run.removed, run.written)
    const { made, notes, issues, reply } = run
    return ok({ made, targets: [...run.targets], notes, issues, reply })
  }

  /** The components that targets stand for now, in document order, without those that are gone. */
  nodesOf(targets: readonly Target[]): readonly TreeNode[] {
    const found = new Set<TreeNode>()
    for (const target of targets) {
      for (const id of typeof target === 'string' ? [target] : (this.#ledger.madeBy(target.madeBy) ?? [])) {
        const node = this.#transaction.index.node(id)
        if (node !== undefined) found.add(node)
      }
    }
    return [...found].sort(compareInDocument)
  }

  #knownFor(step: Step): ResolvedTargets | null {
    const last = this.#resolved
    if (
      last === null ||
      !('targets' in step) ||
      step.targets === undefined ||
      !areTheSame(step.targets, last.targets)
    )
      return null
    return last.targets === step.targets ? last : { ...last, targets: step.targets }
  }
}
