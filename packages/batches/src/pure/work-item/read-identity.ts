import type { WrittenValue } from './front-matter-keys.ts'
import type { FrontMatterValues } from './front-matter-values.ts'
import { parseItemId, readItemFileName } from './item-id.ts'
import type { ItemId } from './item-id.ts'

/** What an item is called and where it belongs. */
export interface ItemIdentity {
  readonly id: string
  readonly batchId: string | null
  readonly stage: number | null
  readonly order: number | null
}

const TOP = { line: 1, column: 1 }
const ID_KEYS = ['prp_id', 'id', 'prp', 'item_id', 'work_item_id', 'task_id', 'prp_number']
const BATCH_KEYS = ['batch_id', 'batch', 'batch_number']
const HEADING_ID = /^([A-Za-z]{2,12}-\d[\w.]{0,20})(?<!\.)\.?(?=[\s:–—-]|$)/
const NOTHING = /^(?:null|none|nil|n\/a|tbd|tba|~|-|undefined|false)$/i
/** Names of documents about work, which are no work themselves unless they say so. */
const DOCUMENT =
  /(?:^|[-_ ])(?:initial|plan|summary|guide|reports?|readme|reviews?|analysis|notes?|index|templates?|changelog|overview|comparison|roadmap|proposal|status|results?|checklist)(?:[-_ ]|$)/i

/**
 * Reads id, batch, stage and order: what the front matter states counts, else the file's name, else the first heading. The
 * text tells why the file is not a work item that could be reached.
 */
export function readIdentity(
  file: string,
  values: FrontMatterValues,
  heading: string,
): ItemIdentity | string {
  const id = idOf(file, values, heading)
  if (typeof id === 'string') return id
  const { text, parsed } = id
  return {
    id: text,
    batchId: batchOf(values, parsed),
    stage: numberOf(values, parsed, 'stage', 'stage'),
    order: numberOf(values, parsed, 'order', 'order', 'execution_order'),
  }
}

function idOf(
  file: string,
  values: FrontMatterValues,
  heading: string,
): { readonly text: string; readonly parsed: ItemId | null } | string {
  const stated = values.single(...ID_KEYS)
  const named = readItemFileName(file)
  if (stated === null || NOTHING.test(stated.text)) return unstatedId(named, values, heading)
  const parsed = parseItemId(stated.text)
  const text = parsed?.text ?? stated.text
  if (stated.text !== text) values.warn('form', `"${stated.text}" stands for ${text}`, stated, 'prp_id')
  else if (parsed === null)
    values.warn('form', `"${text.slice(0, 60)}" is no id like PRP-47.2.1`, stated, 'prp_id')
  // A name that says less, or more, does not contradict.
  if (named !== null && !isSameOrPart(named.id, text))
    values.warn('id-contradiction', `prp_id says ${text}, the file name ${named.id}`, stated, 'prp_id')
  return { text, parsed }
}

function isSameOrPart(a: string, b: string): boolean {
  return a === b || b.startsWith(`${a}-`) || a.startsWith(`${b}-`)
}

function unstatedId(
  named: ReturnType<typeof readItemFileName>,
  values: FrontMatterValues,
  heading: string,
): { readonly text: string; readonly parsed: ItemId | null } | string {
  if (named !== null && DOCUMENT.test(named.slug))
    return `its name says it is a document about ${named.id}, and no prp_id says that it is a work item`
  const inHeading = named === null ? parseItemId(HEADING_ID.exec(heading)?.[1] ?? '') : null
  const text = named?.id ?? inHeading?.text
  const where = named === null ? 'the heading' : 'the file name'
  values.warn(
    'id-missing',
    text === undefined
      ? 'There is no prp_id, and neither the file name nor the heading tells one'
      : `There is no prp_id; ${where} says ${text}`,
    TOP,
    'prp_id',
  )
  if (text === undefined) return 'there is no prp_id, and neither the file name nor the heading tells one'
  return { text, parsed: parseItemId(text) }
}

/** `47`, `"47"`, `batch-47` and `PRP-47` are one batch. */
function batchOf(values: FrontMatterValues, id: ItemId | null): string | null {
  const stated = values.single(...BATCH_KEYS)
  if (stated === null || NOTHING.test(stated.text)) return id?.batch ?? null
  const batch = /^(?:PRP|batch)[-_ #]{1,3}(\d{1,9}[a-z]?)$/i.exec(stated.text)?.[1] ?? stated.text
  if (batch !== stated.text)
    values.warn('form', `"${stated.text}" stands for batch ${batch}`, stated, 'batch_id')
  if (id !== null && batch !== id.batch)
    values.warn(
      'id-contradiction',
      `The batch is ${batch} here and ${id.batch} in the id`,
      stated,
      'batch_id',
    )
  return batch
}

/** What is stated counts: real files renumber stages and leave the ids as they are. */
function numberOf(
  values: FrontMatterValues,
  id: ItemId | null,
  part: 'stage' | 'order',
  ...names: readonly string[]
): number | null {
  const stated = values.single(...names)
  const own = id?.[part] ?? null
  if (stated === null || NOTHING.test(stated.text)) return own
  const number = /^(?:(?:stage|order)[-_ ]?)?(\d{1,6})(?:[-_ (].{0,40})?$/i.exec(stated.text)?.[1]
  if (number === undefined) {
    warnOfNumber(values, part, stated, `expected a whole number, got "${stated.text.slice(0, 60)}"`)
    return own
  }
  if (stated.text !== number)
    values.warn('form', `${part}: "${stated.text.slice(0, 60)}" stands for ${number}`, stated, part)
  // `execution_order` counts through the batch, the id within the stage: no contradiction.
  const isWithinStage = values.has(part) && id?.stage !== null
  if (own !== null && Number(number) !== own && isWithinStage)
    values.warn('id-contradiction', `The ${part} is ${number} here and ${own} in the id`, stated, part)
  return Number(number)
}

function warnOfNumber(values: FrontMatterValues, part: string, stated: WrittenValue, problem: string): void {
  values.warn('field-invalid', `${part}: ${problem}`, stated, part)
}
