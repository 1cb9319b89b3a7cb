import type { TimelineItem } from '../../pure/metrics/timeline.ts'
import { itemAnchor } from './listed-run.ts'
import type { ListedRun } from './listed-run.ts'
import { escapeHtml } from './page-parts.ts'

const MAX_ITEMS = 60
const ROW = 24
const LABEL = 180
const WIDTH = 900

/**
 * The items of a run as bars over time: a bar is an attempt, a hatched one failed, a thick line under a row is the wait for
 * others, an arrow marks the critical path. Names lead to the items below, which tell the same in text.
 */
export function timeline(items: readonly TimelineItem[], listed: ListedRun): string {
  const shown = items.slice(0, MAX_ITEMS)
  const end = Math.max(...shown.flatMap(({ attempts }) => attempts.map((one) => one.end)), 0.001)
  const x = (seconds: number): number => LABEL + (seconds / end) * (WIDTH - LABEL - 10)
  const endOf = new Map(
    items.map(({ itemId, attempts }) => [itemId, Math.max(...attempts.map((one) => one.end))]),
  )
  const rows = shown.map((item, i) => row(item, i * ROW, x, waitedUntil(item, endOf), listed))
  const height = shown.length * ROW
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(share * end).toFixed(1)}" y="${height + 14}" text-anchor="${share === 1 ? 'end' : share === 0 ? 'start' : 'middle'}" class="tick">${(share * end).toPrecision(3)} s</text>`,
  )
  const more = items.length > shown.length ? ` The first ${shown.length} of ${items.length} items.` : ''
  return `<p class="faint">A bar is an attempt; a hatched one failed. A dotted line is the wait for another item. An arrow marks the critical path: had one of these been shorter, so had the run.${more}</p><div class="scroll" role="region" tabindex="0" aria-label="Timeline of ${listed.anchor}"><svg class="timeline" role="group" aria-label="When each item was worked on; each item below tells its attempts" viewBox="0 0 ${WIDTH} ${height + 20}" width="${WIDTH}" height="${height + 20}">${rows.join('')}${ticks.join('')}</svg></div>`
}

/** When the last item that it waited for was done. */
function waitedUntil({ dependsOn }: TimelineItem, endOf: ReadonlyMap<string, number>): number {
  return Math.max(0, ...dependsOn.map((id) => endOf.get(id) ?? 0))
}

function row(
  { itemId, attempts, isCritical, dependsOn }: TimelineItem,
  y: number,
  x: (seconds: number) => number,
  waited: number,
  listed: ListedRun,
): string {
  const bars = attempts.map(
    ({ start, end, outcome }) =>
      `<rect x="${x(start).toFixed(1)}" y="${y + 5}" width="${Math.max(2, x(end) - x(start)).toFixed(1)}" height="${ROW - 10}" class="${outcome === 'success' ? 'did' : 'didnot'}"${isCritical ? ' stroke-width="2"' : ''}/>`,
  )
  const wait =
    dependsOn.length === 0 || waited === 0
      ? ''
      : `<line x1="${x(0).toFixed(1)}" x2="${x(waited).toFixed(1)}" y1="${y + ROW / 2}" y2="${y + ROW / 2}" class="wait"/>`
  const name = `<text x="0" y="${y + ROW / 2 + 4}">${isCritical ? '→ ' : ''}${escapeHtml(itemId.slice(0, 22))}</text>`
  const anchor = itemAnchor(listed, itemId)
  return `${anchor === undefined ? name : `<a href="#${anchor}">${name}</a>`}${wait}${bars.join('')}`
}
