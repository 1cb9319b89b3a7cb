import { describe, isJsonObject, own } from '../base/json.ts'
import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue, IssueCode } from '../command/issue.ts'
import type { Step, StepKind } from '../command/step.ts'
import { readKeys } from './step-field.ts'
import type { Place } from './step-field.ts'
import { fields } from './step-fields.ts'

export interface StepLimits {
  /** Default 200. */
  readonly maxSteps?: number
  /** Targets of one step, and copies it makes; default 100,000. */
  readonly maxComponents?: number
  /** UTF-16 units of one text; default 100,000. */
  readonly maxTextLength?: number
}

const DEFAULT_LIMITS = { maxSteps: 200, maxComponents: 100_000, maxTextLength: 100_000 }

/** More problems than this are not listed. */
const MAX_ISSUES = 20

/**
 * Reads steps that a program sends. Whatever comes in, the result is made of fresh plain objects with known keys only;
 * whether the ids exist and the values suit their properties is found out when the steps run. O(size of the input), up
 * to the limits.
 *
 * @example validateSteps([{ kind: 'set', targets: ['title'], property: 'textColor', value: 'red' }])
 */
export function validateSteps(
  input: unknown,
  limits: StepLimits = {},
): Result<readonly Step[], readonly Issue[]> {
  try {
    return readSteps(input, { ...DEFAULT_LIMITS, ...limits })
  } catch {
    // A getter or a proxy that throws. What it threw could throw again when looked at.
    return fail([problem('step-invalid', 'Expected readable steps, got a value that throws when read.')])
  }
}

function readSteps(
  input: unknown,
  { maxSteps, maxComponents, maxTextLength }: Required<StepLimits>,
): Result<readonly Step[], readonly Issue[]> {
  if (!Array.isArray(input))
    return fail([problem('step-invalid', `Expected an array of steps, got ${describe(input)}.`)])
  if (input.length > maxSteps)
    return fail([problem('too-many-steps', `Expected at most ${maxSteps} steps, got ${input.length}.`)])
  const issues: Issue[] = []
  const report = (place: string, expected: string, got: unknown, code: IssueCode = 'step-invalid'): void => {
    if (issues.length < MAX_ISSUES)
      issues.push(problem(code, `${place}: expected ${expected}, got ${describe(got)}.`))
  }
  const steps: Step[] = []
  for (let i = 0; i < input.length && issues.length < MAX_ISSUES; i++) {
    const step = readStep(input[i], { path: `steps[${i}]`, step: i, maxComponents, maxTextLength, report })
    if (step !== null) steps.push(step)
  }
  return issues.length > 0 ? fail(issues) : ok(steps)
}

function problem(code: IssueCode, message: string): Issue {
  return { code, severity: 'error', message, stage: 'input' }
}

function readStep(value: unknown, place: Place): Step | null {
  if (!isJsonObject(value)) {
    place.report(place.path, 'a step', value)
    return null
  }
  const kind = own(value, 'kind')
  if (typeof kind !== 'string' || !Object.hasOwn(fields, kind)) {
    place.report(`${place.path}.kind`, `one of ${Object.keys(fields).join(', ')}`, kind)
    return null
  }
  // Every key was read by the field of its kind.
  return { kind, ...readKeys(value, fields[kind as StepKind], place, 'kind') } as Step
}
