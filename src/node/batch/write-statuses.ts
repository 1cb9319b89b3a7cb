import type { ReportedItem } from '../../orchestrator/report.ts'
import type { Schedule } from '../../orchestrator/schedule/schedule-state.ts'
import { writeItemKeys } from './load-items.ts'
import type { Selection } from './select-items.ts'

const STATUS_TEXTS: Readonly<Record<string, string>> = {
  done: 'completed',
  failed: 'failed',
  blocked: 'blocked',
}

/** Writes what became of the items into their files. A file that cannot be changed is told, and stands in nobody's way. */
export async function writeStatuses(
  folder: string,
  selection: Selection,
  schedule: Schedule,
): Promise<ReportedItem[]> {
  const selected = new Set(selection.selected)
  const reported: ReportedItem[] = []
  for (const { id, file, title, statusText, status } of selection.items) {
    const text = STATUS_TEXTS[schedule.items.get(id)?.status ?? '']
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
