import type { ReportedItem } from '../pure/report.ts'
import type { Schedule } from '../pure/schedule/schedule-state.ts'
import { writeItemKeys } from './load-items.ts'
import type { Selection } from './select-items.ts'

const STATUS_TEXTS: Readonly<Record<string, string>> = {
  done: 'completed',
  failed: 'failed',
  blocked: 'blocked',
}

/** Accepted work that is not in its branch yet is not completed. */
const NOT_LANDED = 'in-review'

/** Writes the outcome of the items into their files. A file that cannot be changed is reported, and stands in nobody's way. */
export async function writeStatuses(
  folder: string,
  selection: Selection,
  schedule: Schedule,
  isLanded: boolean,
): Promise<ReportedItem[]> {
  const selected = new Set(selection.selected)
  const reported: ReportedItem[] = []
  for (const { id, file, title, statusText, status } of selection.items) {
    const state = schedule.items.get(id)?.status ?? ''
    const text = state === 'done' && !isLanded ? NOT_LANDED : STATUS_TEXTS[state]
    const isNews =
      selected.has(id) &&
      text !== undefined &&
      text !== statusText &&
      !(text === 'completed' && status === 'completed')
    const written = isNews ? await writeItemKeys(folder, file, { status: text }) : null
    reported.push({
      id,
      title,
      notes: written === null || written.ok ? [] : [`its status could not be written: ${written.error}`],
    })
  }
  return reported
}
