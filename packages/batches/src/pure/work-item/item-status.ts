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
    'not-started',
    'backlog',
    'approved',
    'accepted',
    'initial',
    'reviewed',
  ],
  'in-progress': [
    'in-progress',
    'active',
    'started',
    'executing',
    'running',
    'wip',
    'partial',
    'in-review',
    'review',
    'testing',
    'partially-complete',
    'partially-completed',
    'partially-implemented',
  ],
  completed: [
    'completed',
    'complete',
    'done',
    'executed',
    'implemented',
    'finished',
    'deployed',
    'merged',
    'closed',
    'shipped',
    'verified',
    'validated',
  ],
  failed: ['failed', 'failure', 'error'],
  blocked: ['blocked', 'on-hold', 'waiting', 'deferred', 'paused'],
  cancelled: [
    'cancelled',
    'canceled',
    'archived',
    'superseded',
    'deprecated',
    'abandoned',
    'wont-do',
    'obsolete',
    'rejected',
    'withdrawn',
    'duplicate',
  ],
}

const byWord = new Map<string, ItemStatus>()
for (const [status, words] of Object.entries(STATUS_WORDS))
  // Object.entries forgets the keys' type.
  for (const word of words) byWord.set(word, status as ItemStatus)

/** A status as its word says, with or without what is said about it: `Completed ✅`, `done (2025-11-05)`, `ready - reviewed`. */
export function readStatus(text: string): ItemStatus {
  const plain = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/^[^a-z]{1,10}/, '')
  const head = plain.split(/[^a-z\s_-]|\s[-–—]{1,2}\s/, 1)[0]!
  return byWord.get(wordOf(head)) ?? 'unknown'
}

function wordOf(text: string): string {
  return text
    .trim()
    .replaceAll(/[\s_]{1,10}/g, '-')
    .replace(/-{1,10}$/, '')
}
