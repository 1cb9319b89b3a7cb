export type ItemStatus =
  'pending' | 'in-progress' | 'completed' | 'failed' | 'blocked' | 'cancelled' | 'unknown'

/** The words that occur in real files. What is not among them is unknown: neither done nor failed. */
const STATUS_WORDS: Readonly<Record<Exclude<ItemStatus, 'unknown'>, readonly string[]>> = {
  pending: [
    'pending',
    'new',
    'ready',
    'planning',
    'planned',
    'todo',
    'to-do',
    'draft',
    'open',
    'queued',
    'generated',
    'proposed',
  ],
  'in-progress': ['in-progress', 'active', 'started', 'executing', 'running', 'wip', 'partial', 'in-review'],
  completed: ['completed', 'complete', 'done', 'executed', 'implemented', 'finished', 'deployed', 'merged'],
  failed: ['failed', 'failure', 'error'],
  blocked: ['blocked', 'on-hold', 'waiting'],
  cancelled: ['cancelled', 'canceled', 'archived', 'superseded', 'deprecated', 'abandoned', 'wont-do'],
}

const byWord = new Map<string, ItemStatus>()
for (const [status, words] of Object.entries(STATUS_WORDS))
  // Object.entries forgets the keys' type.
  for (const word of words) byWord.set(word, status as ItemStatus)

export function readStatus(text: string): ItemStatus {
  return byWord.get(text.trim().toLowerCase().replaceAll(/[\s_]/g, '-')) ?? 'unknown'
}
