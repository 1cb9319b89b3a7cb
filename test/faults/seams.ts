import { IntentCache } from '../../src/decompose/intent-cache.ts'
import { families } from '../../src/decompose/intents/registry.ts'
import { Planner } from '../../src/decompose/plan.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { AnswerMaker } from '../../src/engine/answer-maker.ts'
import { CommandRunner } from '../../src/engine/command-runner.ts'
import { Documents } from '../../src/engine/documents.ts'
import { PipelineRun } from '../../src/engine/pipeline-run.ts'
import { Statistics } from '../../src/engine/statistics.ts'
import { Execution, operations } from '../../src/execute/executor.ts'
import { Ledger } from '../../src/execute/ledger.ts'
import { StepRun } from '../../src/execute/step-run.ts'
import { ChangeContext } from '../../src/verify/findings.ts'
import { rules } from '../../src/verify/registry.ts'
import { PastView, PresentView } from '../../src/verify/view.ts'
import { methodsOf } from './plant.ts'
import type { Seam } from './plant.ts'

/** Kinds that no native document sees done: of dialects, and requests that are refused. */
const ELSEWHERE: ReadonlySet<string> = new Set(['own', 'history', 'out-of-scope'])

/** One for each other kind of step, from the table that carries them out. */
export const operationSeams: readonly Seam[] = Object.keys(operations)
  .filter((kind) => !ELSEWHERE.has(kind))
  .map((kind) => ({ name: `operation ${kind}`, holder: operations, key: kind }))

/** One for each family, from their list. */
export const familySeams: readonly Seam[] = families.map((family, i) => ({
  name: `family ${i + 1}, ${family.name}`,
  holder: family,
  key: 'read',
}))

/** All functions of each rule, from the list of rules: looking and explaining. */
export const ruleSeams: readonly Seam[] = rules.flatMap((rule) =>
  Object.entries(rule)
    .filter(([, value]) => typeof value === 'function')
    .map(([key]) => ({ name: `rule ${rule.name}, ${key}`, holder: rule, key })),
)

/** How a rule looks, whatever its scope; every rule has exactly one. */
export const LOOKING: ReadonlySet<string> = new Set(['check', 'holds', 'checkTouched'])

/** What the stages are made of, stage by stage. */
export const stageSeams: readonly Seam[] = [
  CommandRunner,
  IntentCache,
  Planner,
  Documents,
  DocumentIndex,
  PipelineRun,
  Execution,
  StepRun,
  Ledger,
  Transaction,
  ChangeContext,
  PresentView,
  PastView,
  AnswerMaker,
  Statistics,
].flatMap(methodsOf)

/**
 * The language's own functions: all stages go through them, so that one of them throwing now and then stands for a fault at
 * any line, in serialization too, which has no other seams.
 */
export const builtinSeams: readonly Seam[] = [
  ...seams('Map', Map.prototype, ['get', 'set', 'has', 'delete']),
  ...seams('Set', Set.prototype, ['add', 'has', 'delete']),
  ...seams('WeakMap', WeakMap.prototype, ['get', 'set', 'has']),
  ...seams('Array', Array.prototype, [
    'push',
    'map',
    'filter',
    'slice',
    'splice',
    'some',
    'every',
    'find',
    'flatMap',
    'join',
    'sort',
  ]),
  ...seams('String', String.prototype, ['slice', 'split', 'startsWith', 'replaceAll', 'toLowerCase']),
  ...seams('RegExp', RegExp.prototype, ['test', 'exec']),
  ...seams('JSON', JSON, ['stringify']),
  ...seams('Object', Object, ['keys', 'entries', 'hasOwn']),
  ...seams('Math', Math, ['max', 'min', 'round']),
]

function seams(name: string, holder: object, keys: readonly string[]): Seam[] {
  return keys.map((key) => ({ name: `${name}.${key}`, holder, key }))
}
