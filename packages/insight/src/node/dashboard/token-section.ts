import { measureText } from '../../pure/metrics/measure-text.ts'
import type { TokenDay } from '../../pure/metrics/token-days.ts'
import { escapeHtml, section, table } from './page-parts.ts'

const MOST_DAYS = 31
const WIDTH = 900
const HEIGHT = 220
const LEFT = 76
const BOTTOM = 24
const TOP = 12
/** Models beyond this many share the last pattern. */
const PATTERNS = 6

/** Tokens and cost of each day, by model: as columns, and the same as a table. Nothing where nobody counted tokens. */
export function tokenSection(days: readonly TokenDay[]): string {
  if (days.length === 0) return ''
  const names = [...new Set(days.map(({ day }) => day))]
  const shown = new Set(names.slice(-MOST_DAYS))
  const rows = days.filter(({ day }) => shown.has(day))
  const models = modelsOf(rows)
  const rest = names.length > shown.size ? ` The latest ${shown.size} of ${names.length} days.` : ''
  const drawing = (name: 'tokens' | 'cost', valueOf: (row: TokenDay) => number | null): string =>
    `<h3>${name === 'tokens' ? 'Tokens' : 'Cost'} by day</h3><div class="scroll" role="region" tabindex="0" aria-label="${name} by day and model">${columnsOf(rows, models, name, valueOf)}</div>`
  return section(
    'Tokens and cost by model and day',
    `${legend(models)}${drawing('tokens', ({ tokens }) => tokens)}${drawing('cost', ({ costUsd }) => costUsd)}${details(rows)}`,
    `Days are UTC, by the start of the operation. A cost that is not known is left out of its column.${rest}`,
  )
}

function labelOf(model: string | null): string {
  return model ?? 'model not named'
}

/** Largest first, so that the same model has the same pattern in both charts. */
function modelsOf(rows: readonly TokenDay[]): readonly string[] {
  const sums = new Map<string, number>()
  for (const { model, tokens } of rows) sums.set(labelOf(model), (sums.get(labelOf(model)) ?? 0) + tokens)
  return [...sums].sort((a, b) => b[1] - a[1]).map(([model]) => model)
}

function patternOf(at: number): string {
  return `fill-${Math.min(at, PATTERNS - 1)}`
}

function legend(models: readonly string[]): string {
  const items = models.map(
    (model, i) =>
      `<li><svg width="20" height="14" aria-hidden="true"><rect width="20" height="14" class="${patternOf(i)}"/></svg>${escapeHtml(model)}</li>`,
  )
  return `<ul class="legend">${items.join('')}</ul>`
}

/** What columns and bars are filled with; stands in the page once. */
export function patternDefinitions(): string {
  const hatch =
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="6" class="hatch-line"/></pattern>'
  return `<svg width="0" height="0" aria-hidden="true" class="patterns"><defs>${hatch}${PATTERN_LINES.map(pattern).join('')}</defs></svg>`
}

/** One is filled, the others differ by their lines as well as by their colours. */
const PATTERN_LINES = [
  '',
  '<path d="M0 0V8"/>',
  '<path d="M0 4H8"/>',
  '<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6"/>',
  '<path d="M0 0L8 8M-2 6L2 10M6 -2L10 2"/>',
  '<path d="M0 4H8M4 0V8"/>',
]

function pattern(lines: string, i: number): string {
  return `<pattern id="lines-${i}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="tone-${i}"/><g class="pattern-line">${lines}</g></pattern>`
}

function columnsOf(
  rows: readonly TokenDay[],
  models: readonly string[],
  name: 'tokens' | 'cost',
  valueOf: (row: TokenDay) => number | null,
): string {
  const days = [...new Set(rows.map(({ day }) => day))]
  const sums = days.map((day) =>
    rows.filter((row) => row.day === day).reduce((sum, row) => sum + (valueOf(row) ?? 0), 0),
  )
  const top = roundUp(Math.max(...sums))
  const bottom = HEIGHT - BOTTOM
  const y = (value: number): number => bottom - (value / top) * (bottom - TOP)
  const step = (WIDTH - LEFT) / days.length
  const width = Math.min(48, step * 0.7)
  const columns = days.map((day, i) => {
    const x = LEFT + step * i + (step - width) / 2
    let below = 0
    return models
      .flatMap((model, at) => {
        const row = rows.find((one) => one.day === day && labelOf(one.model) === model)
        const value = row === undefined ? null : valueOf(row)
        if (value === null || value === 0) return []
        const from = below
        below += value
        return [
          `<rect x="${x.toFixed(1)}" y="${y(below).toFixed(1)}" width="${width.toFixed(1)}" height="${Math.max(0.5, y(from) - y(below)).toFixed(1)}" class="${patternOf(at)}"/>`,
        ]
      })
      .join('')
  })
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${LEFT}" x2="${WIDTH}" y1="${y(share * top).toFixed(1)}" y2="${y(share * top).toFixed(1)}" class="grid"/><text x="${LEFT - 6}" y="${(y(share * top) + 4).toFixed(1)}" text-anchor="end">${tickText(name, share * top)}</text>`,
  )
  // A day needs some 50 px to be read.
  const every = Math.ceil(50 / step)
  const labels = days.map((day, i) =>
    i % every === 0
      ? `<text x="${(LEFT + step * (i + 0.5)).toFixed(1)}" y="${HEIGHT - 6}" text-anchor="middle">${day.slice(5)}</text>`
      : '',
  )
  return `<svg class="days" role="img" aria-label="${name} by day and model; the table below holds the same figures" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${ticks.join('')}${columns.join('')}${labels.join('')}</svg>`
}

/** 1, 2 or 5 times a power of ten, times 1 to 2: four even steps below it. */
function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 6, 8].find((factor) => factor * power >= value) ?? 10) * power
}

function tickText(name: 'tokens' | 'cost', value: number): string {
  if (name === 'cost') return `$${Number(value.toPrecision(3))}`
  const unit =
    value >= 1e6 ? (['M', 1e6] as const) : value >= 1e3 ? (['k', 1e3] as const) : (['', 1] as const)
  return `${Number((value / unit[1]).toPrecision(3))}${unit[0]}`
}

function details(rows: readonly TokenDay[]): string {
  const cells = rows.map(({ day, model, tokens, costUsd }) => [
    day,
    labelOf(model),
    measureText('tokens', tokens),
    costUsd === null ? 'unknown' : measureText('cost', costUsd),
  ])
  return `<details><summary>Tokens and cost as a table</summary>${table(['day', 'model', 'tokens', 'cost'], cells, 'Tokens and cost by day and model')}</details>`
}
