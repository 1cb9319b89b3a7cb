import type { Clock } from '../base/clock.ts'
import { hostClock, steadyClock } from '../base/clock.ts'
import { describe } from '../base/json.ts'
import {
  checkOptions,
  isFlag,
  isOneOf,
  isWholeNumberFrom,
  optionsOf,
  withDefaults,
} from '../base/option-check.ts'
import type { OptionCheck } from '../base/option-check.ts'
import type { IssueCode } from '../command/issue.ts'
import { defaultRuleLevels, ruleLevels } from '../verify/levels.ts'
import type { RuleLevels } from '../verify/levels.ts'
import type { Dialect } from '../command/dialect.ts'
import { DEFAULT_TEMPLATES } from '../execute/executor.ts'
import { areTemplates } from '../execute/templates/check-template.ts'
import type { Template } from '../execute/templates/template.ts'
import type { HistoryLimits } from '../document/history-limits.ts'
import { commandBatchOrders } from './command-batch/command-batch.ts'
import type { CommandBatchOptions } from './command-batch/command-batch.ts'
import { defaultPolicies, recoveryActions, skippedBy } from './recovery/policies.ts'
import type { RecoveryPolicies } from './recovery/policies.ts'
import type { SessionOptions } from './session.ts'
import type { Observer } from './observer.ts'

export interface Limits {
  /** UTF-16 units of a command; default 10,000. */
  readonly maxCommandLength: number
  /** Clauses of a command, or steps sent as data; default 200. */
  readonly maxSteps: number
  /** Components of a document; default 100,000. */
  readonly maxComponents: number
  /** Levels of components; default 64. */
  readonly maxDepth: number
  /** UTF-16 units of one text; default 100,000. */
  readonly maxTextLength: number
}

export interface EngineOptions {
  readonly limits?: Partial<Limits>
  /** What a finding of each rule means: an error refuses the command, a warning is told, off is not looked for. */
  readonly rules?: Partial<RuleLevels>
  /** Readings that the intent cache keeps; 0 switches it off; default 1,000. */
  readonly intentCache?: number
  /**
   * How sentences are read. `patterns` (the default) are sentence patterns; `phrases` finds what stands on the screen first and
   * reads phrases into frames in any order, and is on trial.
   */
  readonly reader?: 'patterns' | 'phrases'
  /** What is done about each code of error; see {@link defaultPolicies} for what is done otherwise. */
  readonly recovery?: Partial<RecoveryPolicies>
  /** Default: the host's `performance.now`. */
  readonly clock?: Clock
  /** Formats other than the native one, whose documents the engine takes and gives back; told by their shape, the first that fits. */
  readonly dialects?: readonly Dialect[]
  /** Who is told of what the engine does: metrics, logs, traces. Default: nobody. */
  readonly observers?: readonly Observer[]
  /** Sections that commands can add, beside those that every engine has; one of the same name takes its place. */
  readonly templates?: readonly Template[]
}

export interface RunOptions {
  /** Apply what can be applied and report the rest, instead of refusing the whole; default false. */
  readonly partial?: boolean
  /** Name of the dialect that the document is of; default: the one that recognises it. */
  readonly dialect?: string
  /** Ids of what "this", "these" and "it" mean where nothing was said before; those that are not there count as nothing. */
  readonly selection?: readonly string[]
}

export interface Settings {
  readonly limits: Limits
  readonly rules: RuleLevels
  readonly intentCache: number
  readonly reader: 'patterns' | 'phrases'
  readonly policies: RecoveryPolicies
  /** Codes of errors whose part is left out. */
  readonly skipped: ReadonlySet<IssueCode>
  readonly clock: Clock
  readonly observers: readonly Observer[]
  readonly dialects: readonly Dialect[]
  readonly templates: ReadonlyMap<string, Template>
}

/** What each option may be; an option without a check does not compile. */
type ChecksOf<Options> = { readonly [Key in keyof Required<Options>]: OptionCheck }

export const defaultLimits: Limits = {
  maxCommandLength: 10_000,
  maxSteps: 200,
  maxComponents: 100_000,
  maxDepth: 64,
  maxTextLength: 100_000,
}

const atLeastOne = isWholeNumberFrom(1)
const limitChecks: ChecksOf<Limits> = {
  maxCommandLength: atLeastOne,
  maxSteps: atLeastOne,
  maxComponents: atLeastOne,
  maxDepth: atLeastOne,
  maxTextLength: atLeastOne,
}
const isLevel = isOneOf(ruleLevels)
const engineChecks: ChecksOf<EngineOptions> = {
  limits: optionsOf(limitChecks),
  rules: optionsOf(Object.fromEntries(Object.keys(defaultRuleLevels).map((rule) => [rule, isLevel]))),
  intentCache: isWholeNumberFrom(0),
  reader: isOneOf(['patterns', 'phrases']),
  recovery: optionsOf(
    Object.fromEntries(Object.keys(defaultPolicies).map((code) => [code, isOneOf(recoveryActions)])),
  ),
  clock: isClock,
  observers: areObservers,
  dialects: areDialects,
  templates: areTemplates,
}
const runChecks: ChecksOf<RunOptions> = { partial: isFlag, dialect: isText, selection: areTexts }
const batchChecks: ChecksOf<CommandBatchOptions> = { atomic: isFlag, order: isOneOf(commandBatchOrders) }
const historyChecks: ChecksOf<HistoryLimits> = { maxEntries: atLeastOne, maxBytes: atLeastOne }
const sessionChecks: ChecksOf<SessionOptions> = { history: optionsOf(historyChecks) }

/** A dialect checks its documents itself; the rules are for boxes and looks of native ones. */
export const NO_RULES: RuleLevels = Object.fromEntries(
  Object.keys(defaultRuleLevels).map((rule) => [rule, 'off']),
) as unknown as RuleLevels

/** What `run` takes where it is given nothing; it needs no check. */
export const NO_OPTIONS: RunOptions = {}

/** What `batch` takes where it is given nothing. */
export const NO_BATCH_OPTIONS: CommandBatchOptions = {}

/**
 * The options with what they leave open.
 *
 * @throws TypeError for an option that nobody knows or that is of the wrong type, RangeError for one out of range.
 */
export function settingsOf(options: EngineOptions): Settings {
  checkOptions(options, 'createEngine options', engineChecks)
  const policies = withDefaults(defaultPolicies, options.recovery)
  return {
    limits: withDefaults(defaultLimits, options.limits),
    rules: withDefaults(defaultRuleLevels, options.rules),
    intentCache: options.intentCache ?? 1000,
    reader: options.reader ?? 'phrases',
    policies,
    skipped: skippedBy(policies),
    clock: options.clock === undefined ? hostClock() : steadyClock(options.clock),
    observers: options.observers ?? [],
    dialects: options.dialects ?? [],
    templates: new Map([
      ...DEFAULT_TEMPLATES,
      ...(options.templates ?? []).map((template) => [template.name, template] as const),
    ]),
  }
}

/** @throws TypeError for an option that nobody knows or that is of the wrong type. */
export function checkRunOptions(options: RunOptions): void {
  checkOptions(options, 'run options', runChecks)
}

/** @throws TypeError for an option that nobody knows or that is of the wrong type. */
export function checkCommandBatchOptions(options: CommandBatchOptions): void {
  checkOptions(options, 'batch options', batchChecks)
}

/** @throws TypeError for an option that nobody knows or that is of the wrong type, RangeError for one out of range. */
export function checkSessionOptions(options: SessionOptions): void {
  checkOptions(options, 'session options', sessionChecks)
}

function isClock(value: unknown, name: string): void {
  const now = typeof value === 'object' && value !== null && 'now' in value ? value.now : undefined
  if (typeof now !== 'function')
    throw new TypeError(`expected ${name} to have a function now(), got ${describe(value)}`)
  const time: unknown = (value as Clock).now()
  if (typeof time !== 'number' || !Number.isFinite(time))
    throw new TypeError(`expected ${name}.now() to give a finite number, got ${describe(time)}`)
}

function areObservers(value: unknown, name: string): void {
  if (!Array.isArray(value)) throw new TypeError(`expected ${name} to be an array, got ${describe(value)}`)
  for (const [i, observer] of value.entries())
    if (typeof observer !== 'object' || observer === null)
      throw new TypeError(`expected ${name}[${i}] to be an observer, got ${describe(observer)}`)
}

function areDialects(value: unknown, name: string): void {
  if (!Array.isArray(value)) throw new TypeError(`expected ${name} to be an array, got ${describe(value)}`)
  for (const [i, dialect] of value.entries()) {
    const parts: unknown = typeof dialect === 'object' && dialect !== null ? dialect : {}
    const { name: called, recognise, read } = parts as Record<string, unknown>
    if (typeof called !== 'string' || typeof recognise !== 'function' || typeof read !== 'function')
      throw new TypeError(
        `expected ${name}[${i}] to be a dialect with name, recognise and read, got ${describe(dialect)}`,
      )
  }
}

function isText(value: unknown, name: string): void {
  if (typeof value !== 'string')
    throw new TypeError(`expected ${name} to be a string, got ${describe(value)}`)
}

function areTexts(value: unknown, name: string): void {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw new TypeError(`expected ${name} to be an array of ids, got ${describe(value)}`)
}
