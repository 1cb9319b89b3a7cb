import type { Analysis } from '../pure/dependencies/analyse-dependencies.ts'
import type { Policy } from '../pure/schedule/policy.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import type { AgentCommand } from './agent-command.ts'
import type { Drive } from './drive.ts'
import type { SelectOptions } from './select-items.ts'

export interface ExecuteOptions extends SelectOptions {
  /** A folder of the repository. */
  readonly folder: string
  readonly batchId: string
  readonly itemsFolder: string
  readonly policy: Policy
  /** What does items that are no blueprint work; null if there is nobody. */
  readonly agent: AgentCommand | null
  /** Start each item with the model that earlier batches allow, instead of the first one of the policy. */
  readonly chooseModels?: boolean
  /** Continue an execution that was cut off, cancelled, or left failures. */
  readonly resume: boolean
  /** The branch that gets the work; default: the one that is checked out at the start. */
  readonly onto?: string
  /** Leave the work in its own reference, `refs/batches/ID`, until it is approved. */
  readonly noLand?: boolean
  /** A command line for the shell that is run in each new checkout before work begins there. */
  readonly setup?: string
  readonly cancel?: AbortSignal
  readonly onEvent?: Drive['onEvent']
  /** Called once, before anything runs. */
  readonly onPlan?: (analysis: Analysis, items: readonly WorkItem[]) => void
}
