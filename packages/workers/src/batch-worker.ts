// What a worker thread runs: it keeps an engine, and the documents that it has worked on last.
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import { runJob } from './run-job.ts'
import type { WorkerReply, WorkerTask } from './worker-protocol.ts'

/** More documents than this are forgotten, those first that were used longest ago. */
const MAX_RESIDENT = 64

const engine = createEngine()
const resident = new Map<number, Blueprint>()

export function work(task: WorkerTask): WorkerReply {
  const { key, resultKey, text, commands, options } = task
  const known = key === null ? undefined : resident.get(key)
  if (known === undefined && text === null) return { kind: 'missing' }
  const { data, before, after } = runJob(engine, { document: known ?? text!, commands }, options)
  if (key !== null && before !== null) keep(key, before)
  if (resultKey !== null && after !== null) keep(resultKey, after)
  return { kind: 'done', data }
}

function keep(key: number, blueprint: Blueprint): void {
  resident.delete(key)
  resident.set(key, blueprint)
  for (const oldest of resident.keys()) {
    if (resident.size <= MAX_RESIDENT) return
    resident.delete(oldest)
  }
}
