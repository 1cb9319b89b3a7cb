import { hasWord, isNotDone, wordsOf } from './key-words.ts'
import type { LogNode } from './log-tree.ts'
import { walk } from './log-tree.ts'

/** A ticket and all mappings of a run's documents that speak of it alone. */
export interface TicketRecords {
  readonly id: string
  readonly records: readonly LogNode[]
  /** By lists such as `completed_tickets` and `failed_tickets`. */
  readonly listedAs: ReadonlySet<'done' | 'failed' | 'unfinished'>
}

/** `R03`, `ABC-123`, `PRP-47.2.1`, `#12`. */
const TICKET_ID = /^(?:[a-z]{1,12}[-_ ]?|#)\d{1,6}(?:\.\d{1,4}){0,3}[a-z]?$/i
/** Numbered things that are no tickets. */
const NUMBERED = new Set(
  (
    'round task step phase attempt worker agent stage v t tier option day week gate iteration try loop run batch p ' +
    'test finding risk version part level priority wave pass check a b q h line section sprint goal note ' +
    'pr haiku sonnet opus gpt claude gemini o llama node java api http sha log entry session result event subtask s c'
  ).split(' '),
)
const TICKET_WORDS = new Set(['ticket', 'story', 'prp', 'item', 'issue'])
const ID_KEYS = new Set([
  'ticket',
  'ticket_id',
  'ticketid',
  'id',
  'item',
  'item_id',
  'work_item',
  'prp_id',
  'key',
])
const OUTCOME_WORDS = new Set(['status', 'verdict', 'result', 'outcome', 'token', 'fix'])
const LISTS: readonly (readonly ['done' | 'failed' | 'unfinished', ReadonlySet<string>])[] = [
  ['done', new Set(['completed', 'complete', 'done', 'passed', 'successful', 'merged', 'finished'])],
  ['failed', new Set(['failed', 'rejected', 'aborted'])],
  [
    'unfinished',
    new Set(['skipped', 'pending', 'remaining', 'deferred', 'blocked', 'incomplete', 'unfinished']),
  ],
]

/** Finds the tickets of a run, whichever way its logs name them, and what is said of each. */
export function findTickets(roots: readonly LogNode[]): readonly TicketRecords[] {
  const tickets = new TicketCollector()
  const all = roots.flatMap((root) => [...doneNodes(root)])
  for (const node of all) declare(node, tickets)
  for (const node of all) declareSiblings(node, tickets)
  for (const node of all) {
    const id = ownerOf(node, tickets)
    if (id !== undefined) tickets.addRecord(id, node)
  }
  return tickets.all()
}

/** Everything but what is planned, expected or recommended. */
export function* doneNodes(node: LogNode): Generator<LogNode> {
  if (isNotDone(node.key)) return
  yield node
  for (const child of node.children) yield* doneNodes(child)
}

function isTicketId(text: string): boolean {
  return TICKET_ID.test(text) && !NUMBERED.has(/^[a-z]*/i.exec(text)![0].toLowerCase())
}

/** Texts that name tickets where they are listed: in lists, as keys, or as the id of a mapping. */
function declare(node: LogNode, tickets: TicketCollector): void {
  if (hasWord(node.key, TICKET_WORDS)) {
    const listed = LISTS.find(([, words]) => hasWord(node.key, words))?.[0]
    for (const id of idsIn(node)) tickets.declare(id, listed)
  }
  if (node.kind !== 'mapping') return
  const isOutcome = node.children.some(({ key }) => hasWord(key, OUTCOME_WORDS))
  const id = ownIdOf(node)
  if (id !== undefined && isTicketId(id) && isOutcome) tickets.declare(id)
  const key = nodeId(node.key)
  if (isOutcome && key !== undefined) tickets.declare(key)
}

/**
 * What stands beside tickets in the same form is one: `T3: { status: blocked }` after `T1` and `T2`, and every mapping with an
 * outcome below `tickets`, whatever its name.
 */
function declareSiblings(node: LogNode, tickets: TicketCollector): void {
  if (node.kind !== 'mapping') return
  const isHead = wordsOf(node.key).some((word) => word === 'ticket' || word === 'story')
  const forms = new Set(node.children.filter(({ key }) => tickets.has(key)).map(({ key }) => formOf(key)))
  for (const child of node.children) {
    const isOutcome =
      child.kind === 'mapping'
        ? child.children.some(({ key }) => hasWord(key, OUTCOME_WORDS))
        : child.kind === 'scalar' && !isHead
    if (isOutcome && (isHead ? !isField(child.key) : forms.has(formOf(child.key)))) tickets.declare(child.key)
  }
}

/** `T1` and `T20` have one form. */
function formOf(key: string): string {
  return key.toLowerCase().replaceAll(/\d+/g, '0')
}

/** `ticket: { review: { status: ... } }` tells of one ticket. */
function isField(key: string): boolean {
  return wordsOf(key).some((word) => FIELDS.has(word))
}

const FIELDS = new Set(
  'review gate check conflict code test compilation build execution implementation planning token summary total result task'.split(
    ' ',
  ),
)

function idsIn(node: LogNode): readonly string[] {
  // A single word names a ticket where tickets are listed; elsewhere it needs a number.
  const isNamed = wordsOf(node.key).includes('ticket')
  const nameOf = (value: unknown): string[] => {
    const text = String(value)
    return isTicketId(text) || (isNamed && typeof value === 'string' && /^[\w.#-]{2,40}$/.test(text))
      ? [text]
      : []
  }
  if (node.kind === 'scalar') {
    return typeof node.value === 'string' && isTicketId(node.value) ? [node.value] : []
  }
  return node.children.flatMap((child) => {
    if (child.kind === 'scalar') return node.kind === 'list' ? nameOf(child.value) : []
    if (node.kind === 'mapping') return isTicketId(child.key) ? [child.key] : []
    const id = ownIdOf(child)
    return id === undefined ? [] : nameOf(id)
  })
}

/** The id that a mapping states of itself: `id: R3`, `ticket: R3`, `ticket: { id: R3 }`. */
function ownIdOf(node: LogNode): string | undefined {
  for (const child of node.children) {
    if (!ID_KEYS.has(child.key.toLowerCase())) continue
    const value =
      child.kind === 'mapping'
        ? child.children.find(({ key }) => key.toLowerCase() === 'id')?.value
        : child.value
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

/** `r03_results` is of R03. */
function nodeId(key: string): string | undefined {
  if (isTicketId(key)) return key
  const parts = key.split('_')
  return parts.length > 1 ? [parts[0]!, parts.at(-1)!].find(isTicketId) : undefined
}

function ownerOf(node: LogNode, tickets: TicketCollector): string | undefined {
  if (node.kind !== 'mapping') return undefined
  const own = ownIdOf(node)
  if (own !== undefined && tickets.has(own)) return own
  const key = tickets.has(node.key) ? node.key : nodeId(node.key)
  return key !== undefined && tickets.has(key) ? key : undefined
}

class TicketCollector {
  readonly #tickets = new Map<
    string,
    { id: string; records: LogNode[]; listedAs: Set<'done' | 'failed' | 'unfinished'> }
  >()

  declare(id: string, listedAs?: 'done' | 'failed' | 'unfinished'): void {
    const key = id.toLowerCase()
    let ticket = this.#tickets.get(key)
    if (ticket === undefined) this.#tickets.set(key, (ticket = { id, records: [], listedAs: new Set() }))
    if (listedAs !== undefined) ticket.listedAs.add(listedAs)
  }

  has(id: string): boolean {
    return this.#tickets.has(id.toLowerCase())
  }

  addRecord(id: string, node: LogNode): void {
    this.#tickets.get(id.toLowerCase())?.records.push(node)
  }

  all(): readonly TicketRecords[] {
    return [...this.#tickets.values()]
  }
}

/** The nodes of a ticket's records that do not belong to another ticket. */
export function nodesOf(ticket: TicketRecords, owners: ReadonlyMap<LogNode, string>): readonly LogNode[] {
  const nodes = new Set<LogNode>()
  const visit = (node: LogNode): void => {
    const owner = owners.get(node)
    if ((owner !== undefined && owner !== ticket.id) || isNotDone(node.key) || nodes.has(node)) return
    nodes.add(node)
    for (const child of node.children) visit(child)
  }
  for (const record of ticket.records) visit(record)
  return [...nodes]
}

/** Which ticket each record belongs to. */
export function ownersOf(tickets: readonly TicketRecords[]): ReadonlyMap<LogNode, string> {
  return new Map(tickets.flatMap(({ id, records }) => records.map((record) => [record, id] as const)))
}

/** Nodes that speak of the run and of no single ticket. */
export function runNodes(
  roots: readonly LogNode[],
  owners: ReadonlyMap<LogNode, string>,
): readonly LogNode[] {
  const visit = (node: LogNode): LogNode[] =>
    owners.has(node) || isNotDone(node.key) ? [] : [node, ...node.children.flatMap(visit)]
  return roots.flatMap(visit)
}

/** All nodes, planned ones included. */
export function allNodes(roots: readonly LogNode[]): readonly LogNode[] {
  return roots.flatMap((root) => [...walk(root)])
}
