import { describe } from '../../base/json.ts'
import { fail, ok } from '../../base/result.ts'
import type { Result } from '../../base/result.ts'
import type { Step } from '../../command/step.ts'
import type { Blueprint } from '../../document/blueprint.ts'

/** A copy that does not change while it is worked on; what came instead, in words, where it is none. */
export function readList<T>(list: readonly T[]): Result<readonly T[], string> {
  try {
    return Array.isArray(list) ? ok(Array.from<T>(list)) : fail(describe(list))
  } catch {
    return fail('a value that throws when read')
  }
}

/** A document with the commands for it. */
interface Job {
  readonly blueprint: Blueprint
  readonly commands: readonly (string | readonly Step[])[]
}

/** The job as it came; where that cannot be read there are no commands, and the batch says so. */
export function readJob(job: Job | null | undefined): { readonly [Key in keyof Job]: Job[Key] | undefined } {
  try {
    return { blueprint: job?.blueprint, commands: job?.commands }
  } catch {
    return { blueprint: undefined, commands: undefined }
  }
}
