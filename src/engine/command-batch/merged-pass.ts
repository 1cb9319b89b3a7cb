import type { Issue } from '../../command/issue.ts'
import type { Step } from '../../command/step.ts'
import { commit } from '../../document/change.ts'
import type { Change } from '../../document/change.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { Transaction } from '../../document/transaction.ts'
import type { LogRecord } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reading } from '../../decompose/clause.ts'
import { verifyChange } from '../../verify/verify.ts'
import { limitIssues } from '../change-limits.ts'
import type { Claims, Written } from './claims.ts'
import { channelOfCode } from './finding-channels.ts'
import type { Settings } from '../options.ts'
import { NO_CODES } from '../recovery/policies.ts'
import { runPart } from '../pipeline.ts'
import type { Part, PipelineInput } from '../pipeline.ts'

/** What a command did in a pass, and which part of its log tells of it. */
export interface Trial extends Written {
  readonly part: Part
  /** It made, took away or moved components. */
  readonly restructures: boolean
}

/** A command that belongs to a pass. */
interface Member {
  /** Its place in the order of running. */
  readonly place: number
  readonly trial: Trial
}

/** One change for all members, and for each what verifying it alone would have found. */
export interface ClosedPass {
  readonly change: Change
  readonly found: readonly (readonly Issue[])[]
  readonly executeMicros: number
  readonly verifyMicros: number
}

/** So many findings and more are cut off, so that one command's could push out another's. */
const MANY_FINDINGS = 1000

/**
 * Several commands worked out in one transaction: each in its turn, on what those before it wrote, but with one change, one
 * verification and one new version of the document in the end.
 */
export class MergedPass {
  readonly members: Member[] = []
  readonly index: DocumentIndex
  readonly #settings: Settings
  readonly #transaction: Transaction
  readonly #input: PipelineInput

  /** @param index standing at the document that the pass begins with */
  constructor(index: DocumentIndex, settings: Settings) {
    this.index = index
    this.#settings = settings
    this.#transaction = new Transaction(index)
    this.#input = {
      index,
      settings,
      skipped: NO_CODES,
      dryRun: false,
      clamps: false,
      lens: null,
      selection: [],
    }
  }

  /** Place of the first member. */
  get first(): number {
    return this.members[0]?.place ?? Infinity
  }

  /** Runs a command; null where it fails, and then nothing of it is left. */
  try(content: Reading | readonly Step[]): Trial | null {
    const transaction = this.#transaction
    const from = transaction.savepoint()
    const part = runPart(content, this.#input, transaction)
    // The answers of a pass come from its one change; a question has an answer of its own.
    if (part.failed > 0 || part.replies.length > 0) return null
    const to = transaction.savepoint()
    let restructures = false
    for (let i = from; i < to && !restructures; i++) restructures = STRUCTURAL.has(transaction.log[i]!.kind)
    return { part, restructures, transaction, from, to }
  }

  /** Takes the last trial back. */
  undo({ from }: Trial): void {
    this.#transaction.rollback(from)
  }

  accept(place: number, trial: Trial): void {
    this.members.push({ place, trial })
  }

  /**
   * Commits and verifies. Null where a command would have been refused, or where it is not told which command a finding
   * comes from: the document is as it was then, and the commands have to run one after the other.
   */
  close(claims: Claims): ClosedPass | null {
    const { clock, limits, rules } = this.#settings
    const start = clock.now()
    const change = commit(this.#transaction)
    const committed = clock.now()
    const found = verifyChange(change, this.index, rules, { exactlyPlaced: this.#exact() })
    for (const issue of limitIssues(change, limits)) found.push(issue)
    const perMember = this.#assign(found, claims)
    if (perMember === null) {
      this.index.moveTo(change.before)
      return null
    }
    return {
      change,
      found: perMember,
      executeMicros: committed - start,
      verifyMicros: clock.now() - committed,
    }
  }

  /** Ids that were put exactly where they were told; no two members move components. */
  #exact(): ReadonlySet<string> {
    for (const { trial } of this.members) if (trial.part.exact.size > 0) return trial.part.exact
    return NONE
  }

  #assign(found: readonly Issue[], claims: Claims): readonly (readonly Issue[])[] | null {
    const perMember: Issue[][] = this.members.map(() => [])
    if (found.length >= MANY_FINDINGS) return null
    for (const issue of found) {
      const owner = issue.severity === 'error' ? -1 : this.#ownerOf(issue, claims)
      if (owner < 0) return null
      perMember[owner]!.push(issue)
    }
    return perMember
  }

  /** Which member made a finding, -1 where that is not told. */
  #ownerOf(issue: Issue, claims: Claims): number {
    if (this.members.length === 1) return 0
    const node = issue.id === undefined ? undefined : this.index.node(issue.id)
    if (channelOfCode(issue.code) >= 0) {
      const place = claims.ownerOf(issue.code, node, this.first)
      return this.members.findIndex((member) => member.place === place)
    }
    const writers = this.members.filter(({ trial }) => writes(trial, node))
    return writers.length === 1 ? this.members.indexOf(writers[0]!) : -1
  }
}

/** Whether a command wrote to a component; to the theme where there is none. */
function writes({ transaction, from, to }: Written, node: TreeNode | undefined): boolean {
  for (let i = from; i < to; i++) {
    const record = transaction.log[i]!
    if (record.kind === 'token' ? node === undefined : record.node === node) return true
  }
  return false
}

const STRUCTURAL: ReadonlySet<LogRecord['kind']> = new Set(['insert', 'remove', 'move'])
const NONE: ReadonlySet<string> = new Set()
