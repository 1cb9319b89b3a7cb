import { relative } from 'node:path'
import type { Running, Runner, Task, WorkEnd, Workspace } from '../../pure/ports/attempt.ts'
import { NO_USAGE } from '../../pure/protocol/task-report.ts'
import type { PreviousAttempt } from '../../pure/protocol/task-spec.ts'
import type { WorkItem } from '../../pure/work-item/work-item.ts'
import type { AgentCommand } from '../agent-command.ts'
import type { BatchSession } from '../batch-session.ts'
import { doBlueprintWork } from '../blueprint-work.ts'
import { OUTPUT, runAgent } from '../run-agent.ts'

export interface LocalRunnerOptions {
  readonly session: BatchSession
  readonly batchId: string
  readonly timeoutMs: number
  readonly agent: AgentCommand | null
  /** The text of each item's file, by id. */
  readonly texts: ReadonlyMap<string, string>
  /** The outcome of the attempts before, for whoever tries again. */
  readonly previous: (item: string) => Promise<PreviousAttempt | null>
}

/** Does work on this machine: the engine on a document, or an agent as a process. */
export class LocalRunner implements Runner {
  readonly #options: LocalRunnerOptions

  constructor(options: LocalRunnerOptions) {
    this.#options = options
  }

  async start(task: Task, item: WorkItem, workspace: Workspace): Promise<Running<WorkEnd>> {
    if (item.executor === 'blueprint')
      return over(
        doBlueprintWork(item, workspace.path).then((failure) => ({ failure, files: [], usage: NO_USAGE })),
      )
    const { agent } = this.#options
    if (agent === null)
      return over(
        Promise.resolve({
          failure: { code: 'invalid', message: 'the item needs an agent; give one with --agent' },
          files: [],
          usage: NO_USAGE,
        }),
      )
    return this.#startAgent(agent, task, item, workspace)
  }

  async #startAgent(
    agent: AgentCommand,
    { item: id, attempt, fence, model }: Task,
    item: WorkItem,
    workspace: Workspace,
  ): Promise<Running<WorkEnd>> {
    const { session, batchId, timeoutMs, texts, previous } = this.#options
    const folder = session.folders.attempt('execute', id, fence)
    const before = attempt > 1 ? await previous(id) : null
    const run = await runAgent({
      agent,
      spec: {
        operation: 'execute',
        batch_id: batchId,
        work_item_id: id,
        input: { type: 'work-item', content: texts.get(id) ?? '' },
        timeout_minutes: timeoutMs / 60_000,
        attempt,
        fence,
        model,
        ...(before !== null && { previous: before }),
      },
      files: item.files,
      sharedText: null,
      cwd: workspace.path,
      ownsFolder: true,
      folder,
      token: `${session.token}.${fence}`,
      guardian: session.guardian,
    })
    const log = relative(session.folders.root, `${folder}/${OUTPUT}`)
    return {
      end: run.end.then(({ failure, claim, usage }) => ({
        failure: failure === null ? null : { ...failure, log },
        files: claim.output.files,
        usage,
      })),
      beat: async () => run.beat(),
      stop: async () => run.stop(),
    }
  }
}

/** Work of this process: it is over in a moment and cannot be stopped. */
function over<T>(end: Promise<T>): Running<T> {
  return {
    end,
    beat: async () =>
      Promise.resolve({ atMs: null, sign: `${performance.now()}`, progress: null, step: 'working' }),
    stop: async () => Promise.resolve(),
  }
}
