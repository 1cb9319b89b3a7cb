import type { BatchMetrics, ItemMetrics } from '../../pure/metrics/batch-metrics.ts'
import { countsContradict } from '../../pure/metrics/comparable-work.ts'
import { measureText } from '../../pure/metrics/measure-text.ts'
import { observe } from '../../pure/metrics/measures.ts'
import { timelineOf } from '../../pure/metrics/timeline.ts'
import { filterAttributes, itemAnchor, MOST_ITEMS } from './listed-run.ts'
import type { ListedRun } from './listed-run.ts'
import { escapeHtml, section, table } from './page-parts.ts'
import { timeline } from './timeline.ts'

/** Every run: closed it is one line, open it tells when and how each item was done. */
export function runSection(runs: readonly ListedRun[], total: number): string {
  if (runs.length === 0) return ''
  const first = runs.find(({ run }) => timelineOf(run).length > 0)
  const rest = total > runs.length ? ` The latest ${runs.length} of ${total}.` : ''
  return section(
    'Runs',
    `<p id="run-count" class="faint" role="status">${runs.length} runs</p>${runs.map((listed) => runDetails(listed, listed === first)).join('')}`,
    `The latest first. Open a run for its timeline, an item for its attempts.${rest}`,
  )
}

function runDetails(listed: ListedRun, isOpen: boolean): string {
  const { run, anchor } = listed
  const items = run.items ?? []
  const shown = items.slice(0, MOST_ITEMS)
  const times = timelineOf(run)
  const left =
    items.length > shown.length
      ? `<p class="faint">${items.length - shown.length} more items are left out.</p>`
      : ''
  const content =
    items.length === 0
      ? '<p class="faint">The metrics of this run name no items.</p>'
      : `${times.length === 0 ? '' : timeline(times, listed)}${shown.map((item, at) => itemDetails(item, `${anchor}-item-${at + 1}`, listed)).join('')}${left}`
  return `<details class="run" id="${anchor}" ${filterAttributes(run)}${isOpen ? ' open' : ''}><summary><b>${escapeHtml(`${run.operation} of batch ${run.batch_id}`)}</b> ${escapeHtml(runFacts(run))}</summary>${content}</details>`
}

function runFacts(run: BatchMetrics): string {
  const { metrics, duration_seconds: duration } = run
  const usage = metrics.token_usage
  const tokens = observe([run], 'tokens')[0]?.value
  const counts =
    typeof metrics.total_items !== 'number' || typeof metrics.success_count !== 'number'
      ? 'outcome unknown'
      : countsContradict(run)
        ? 'counts contradict each other'
        : `${metrics.success_count} of ${metrics.total_items} items`
  return [
    run.timestamp.slice(0, 16).replace('T', ' '),
    typeof duration === 'number' ? measureText('duration', duration) : 'duration unknown',
    counts,
    ...(tokens === undefined ? [] : [`${measureText('tokens', tokens)} tokens`]),
    ...(typeof usage?.estimated_cost === 'number' ? [measureText('cost', usage.estimated_cost)] : []),
  ].join(', ')
}

function itemDetails(item: ItemMetrics, id: string, listed: ListedRun): string {
  const { status, duration_seconds: duration, model, complexity, from_cache: isCached } = item
  const facts = [
    typeof duration === 'number' ? measureText('duration', duration) : null,
    model,
    typeof item.total_tokens === 'number' ? `${measureText('tokens', item.total_tokens)} tokens` : null,
    typeof item.estimated_cost === 'number' ? measureText('cost', item.estimated_cost) : null,
    complexity,
    isCached === true ? 'from the cache' : null,
  ].flatMap((fact) => fact ?? [])
  const mark = status === 'success' ? '' : `<strong class="worse">▲ ${escapeHtml(status)}</strong> `
  return `<details class="item" id="${id}"><summary>${escapeHtml(item.item_id)} ${mark}<span class="faint">${escapeHtml([...(status === 'success' ? [status] : []), ...facts].join(', '))}</span></summary>${itemContent(item, listed)}</details>`
}

function itemContent(item: ItemMetrics, listed: ListedRun): string {
  const { run } = listed
  const tries = (item.tries ?? []).map(({ model, outcome, start_seconds: start, end_seconds: end }, i) => [
    String(i + 1),
    model ?? 'not named',
    outcome,
    typeof start === 'number' ? `${start.toFixed(1)} s` : 'unknown',
    typeof start === 'number' && typeof end === 'number' ? `${(end - start).toFixed(1)} s` : 'unknown',
  ])
  const errors = (run.metrics.errors ?? [])
    .filter(({ item_id }) => item_id === item.item_id)
    .map(
      ({ error_type: type, error_message: message }) =>
        `<p><strong>${escapeHtml(type)}</strong>${message === undefined ? '' : `: ${escapeHtml(message.slice(0, 1000))}`}</p>`,
    )
  const waited = (item.depends_on ?? []).map((id) => {
    const anchor = itemAnchor(listed, id)
    return anchor === undefined ? escapeHtml(id) : `<a href="#${anchor}">${escapeHtml(id)}</a>`
  })
  return [
    ...errors,
    waited.length === 0 ? '' : `<p>Waited for ${waited.join(', ')}.</p>`,
    tries.length === 0
      ? '<p class="faint">No attempts are recorded.</p>'
      : table(
          ['attempt', 'model', 'outcome', 'started after', 'took'],
          tries,
          `Attempts at ${item.item_id} of batch ${run.batch_id}, ${listed.anchor}`,
        ),
    typeof item.input_hash === 'string'
      ? `<p class="faint">Input ${escapeHtml(item.input_hash.slice(0, 16))}</p>`
      : '',
  ].join('')
}
