import type { Issue } from '../command/issue.ts'
import type { Trace } from '../command/trace.ts'
import type { TextEdit, WrittenChange } from '../command/dialect.ts'
import type { ChangedComponent } from '../document/change.ts'
import type { Patch } from '../document/patch.ts'
import type { Answer, Status, StepReport, Timings } from './answer.ts'

/** The answer to a command on a document of a dialect: in the document's own format. */
export interface DialectAnswer<Source> extends Omit<Answer, 'blueprint'> {
  /** The result; the input itself when nothing changed. */
  readonly blueprint: Source
  /** For text formats, what takes the place of patches; offsets in the text before all of them. */
  readonly edits: readonly TextEdit[]
  readonly inverseEdits: readonly TextEdit[]
}

const NOTHING: readonly never[] = []

class AnswerInKind<Source> implements DialectAnswer<Source> {
  readonly #answer: Answer
  readonly status: Status
  readonly blueprint: Source
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly edits: readonly TextEdit[]
  readonly inverseEdits: readonly TextEdit[]
  readonly steps: readonly StepReport[]
  readonly changed: readonly ChangedComponent[]
  readonly issues: readonly Issue[]
  readonly confidence: number
  readonly timings: Timings
  readonly cache: 'hit' | 'miss' | 'off'

  constructor(answer: Answer, source: Source, written: WrittenChange | null) {
    this.#answer = answer
    this.status = answer.status
    this.blueprint = source
    this.patches = written?.patches ?? NOTHING
    this.inverse = written?.inverse ?? NOTHING
    this.edits = written?.edits ?? NOTHING
    this.inverseEdits = written?.inverseEdits ?? NOTHING
    this.steps = answer.steps
    this.changed = written === null ? NOTHING : answer.changed.map(withOwnNames)
    this.issues = answer.issues.some(({ path }) => path !== undefined)
      ? answer.issues.map(withoutPath)
      : answer.issues
    this.confidence = answer.confidence
    this.timings = answer.timings
    this.cache = answer.cache
  }

  get json(): string {
    return JSON.stringify(this.blueprint)
  }

  get delta(): string {
    const { patches, edits, changed, status } = this
    return JSON.stringify(edits.length > 0 ? { edits, changed, status } : { patches, changed, status })
  }

  get trace(): Trace {
    return this.#answer.trace
  }
}

/**
 * The answer in the format of the source.
 *
 * @param written null if nothing changed
 */
export function answerInKind<Source>(
  answer: Answer,
  source: Source,
  written: WrittenChange | null,
): DialectAnswer<Source> {
  // A dialect writes documents of the kind it reads.
  return new AnswerInKind(answer, written === null ? source : (written.lens.source as Source), written)
}

/** A dialect's own properties go by their own names. */
function withOwnNames(changed: ChangedComponent): ChangedComponent {
  return changed.properties.some((name) => name.startsWith('own:'))
    ? { ...changed, properties: changed.properties.map((name) => name.replace(/^own:/, '')) }
    : changed
}

/** Paths of issues lead into the blueprint that the document was read as, which the caller has not. */
export function withoutPath(issue: Issue): Issue {
  const { path, ...rest } = issue
  void path
  return rest
}
