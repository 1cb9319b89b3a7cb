import { expect, test } from 'vitest'
import { ItemExecution } from '../../src/node/execute-item.ts'
import type { Execution } from '../../src/node/execute-item.ts'
import { PreviousAttempts } from '../../src/node/attempt/previous-attempts.ts'
import { batchFolders } from '../../src/node/batch-folders.ts'
import { Revisions } from '../../src/node/git/revisions.ts'
import type { Running, Verdict, WorkEnd } from '../../src/pure/ports/attempt.ts'
import { NO_USAGE } from '../../src/pure/protocol/task-report.ts'
import { readWorkItem } from '../../src/pure/work-item/read-work-item.ts'

const repository = { root: '/nowhere', commonFolder: '/nowhere/.git', env: {} }
const { item } = readWorkItem(
  'PRP-7.1.1-a.md',
  '---\nprp_id: PRP-7.1.1\nstatus: pending\nexecutor: blueprint\n---\n',
)

function over<T>(end: T): Running<T> {
  return {
    end: Promise.resolve(end),
    beat: async () => Promise.resolve({ atMs: null, progress: null, step: '' }),
    stop: async () => Promise.resolve(),
  }
}

/** An execution whose ports only tell what they are asked for, and in which order. */
function executionThatTells(log: string[], end: WorkEnd, verdict: Verdict): Execution {
  const tell = <T>(what: string, value: T): T => {
    log.push(what)
    return value
  }
  return {
    repository,
    folders: batchFolders('/nowhere', '7', 'work-items'),
    agent: null,
    workspaces: {
      open: async (base) =>
        Promise.resolve(tell('open', { ok: true, value: { name: 'w1', path: '/nowhere', base } })),
      reopen: async () => Promise.resolve(null),
      close: async () => {
        log.push('close')
        return Promise.resolve()
      },
      closeAll: async () => Promise.resolve(),
    },
    runner: { start: async () => Promise.resolve(tell('run', over(end))) },
    judge: { start: () => tell('judge', over(verdict)) },
    publisher: {
      publish: async (_task, _item, { base }) =>
        Promise.resolve(
          tell('publish', { ok: true, value: { commit: 'c1', base, files: ['a'], notes: [] } }),
        ),
      diff: async () => Promise.resolve(''),
    },
    cache: { read: async () => Promise.resolve(null), write: async () => Promise.resolve() },
    revisions: new Revisions(repository),
    previous: new PreviousAttempts(batchFolders('/nowhere', '7', 'work-items')),
    texts: new Map(),
    trace: () => undefined,
    note: async ({ type }) => {
      log.push(String(type))
      return Promise.resolve()
    },
  }
}

test.each([
  ['accepted', null, ['open', 'started', 'run', 'judge', 'publish', 'worked', 'close']],
  [
    'refused',
    { code: 'gate', message: 'no' } as const,
    ['open', 'started', 'run', 'judge', 'failed', 'close'],
  ],
])(
  'a workspace is given back when what came of it is written down, not before: %s',
  async (_name, failure, expected) => {
    const log: string[] = []
    const end = { failure: null, files: [], usage: NO_USAGE }
    const execution = executionThatTells(log, end, { failure, changedFiles: ['a'], notes: [] })
    const task = { item: 'PRP-7.1.1', attempt: 1, fence: 1, model: null }
    const attempt = new ItemExecution(execution, item!, task, 'base', null, null, () => undefined)
    expect(await attempt.outcome).toMatchObject({ failure })
    expect(log).toEqual(expected)
  },
)
