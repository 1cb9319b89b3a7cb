/** What every page draws with: charts of uPlot from the data that stands in the page. ES2020, no other global. */
const SHARED = `
  'use strict'
  const { commands, bench, batches } = JSON.parse(document.getElementById('data').textContent)
  const style = getComputedStyle(document.documentElement)
  const colour = (name) => style.getPropertyValue(name).trim()
  const PALETTE = ['#2f6feb', '#2da44e', '#bf8700', '#a475f9', '#d1242f', '#1b7c83', '#bf3989', '#57606a']
  const STROKES = [[8, 4], [2, 3], [10, 3, 2, 3], [4, 4], []]
  const axis = (extra) => ({ stroke: colour('--faint'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, ...extra })
  const fromZero = (_, __, most) => [0, most > 0 ? most * 1.1 : 1]
  // Names stand at whole numbers only, and are cut to what fits between two of them.
  const NAME_LENGTH = 11
  const named = (nameOf) => axis({ space: 96, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], values: (_, splits) => splits.map((i) => { const name = Number.isInteger(i) ? nameOf(i) : ''; return name.length > NAME_LENGTH ? name.slice(0, NAME_LENGTH - 1) + '…' : name }) })
  // One column alone stands in the middle.
  const columnsRange = (count) => (_, least, most) => count < 2 ? [-1, 1] : [least, most]
  // The legend shows the stroke of each line as well.
  const strokeOf = (chart, i) => { const dash = (i > 0 && chart.series[i].dash) || []; return dash.length === 0 ? 'solid' : dash.length > 2 ? 'double' : dash[0] < 3 ? 'dotted' : 'dashed' }
  const charts = []
  const draw = (id, options, data) => {
    const host = document.getElementById(id)
    if (host === null || data[0].length === 0) return null
    const size = () => ({ width: Math.max(240, host.clientWidth), height: 260, padding: [null, 32, null, null] })
    const chart = new uPlot({ ...size(), cursor: { drag: { x: false, y: false } }, legend: { markers: { width: 3, dash: strokeOf } }, ...options }, data, host)
    charts.push(() => chart.setSize(size()))
    host.dataset.drawn = 'true'
    return chart
  }
  const micros = (value) => value >= 1000 ? +(value / 1000).toPrecision(3) + ' ms' : +value.toPrecision(3) + ' us'
`

const COMMANDS = `
  if (commands !== null) {
    // Powers of two lie evenly; only as many are named as there is room for.
    const room = (chart) => Math.max(1, Math.ceil(72 / Math.max(1, chart.over.clientWidth / (commands.bucketEdges.length - 1))))
    draw('latency', {
      scales: { x: { time: false, distr: 3, log: 2 }, y: { range: fromZero } },
      axes: [axis({ splits: () => commands.bucketEdges, filter: (chart, splits) => splits.map((value, i) => i % room(chart) === 0 ? value : null), values: (_, splits) => splits.map((value) => value === null ? '' : micros(value)) }), axis({ label: 'commands', labelSize: 20, size: 56 })],
      series: [{ label: 'at most', value: (_, value) => value === null ? '-' : micros(value) }, ...commands.stages.map(({ stage }, i) => ({ label: stage, stroke: PALETTE[i], dash: STROKES[i], width: stage === 'total' ? 3 : 1.5 }))],
    }, [commands.bucketEdges, ...commands.stages.map(({ buckets }) => buckets)])
    const bins = commands.throughput.bins
    draw('throughput', {
      scales: { y: { range: fromZero } },
      axes: [axis({ space: 96 }), axis({ label: 'commands', labelSize: 20, size: 56 })],
      series: [{}, { label: 'commands', stroke: PALETTE[0], width: 2, fill: PALETTE[0] + '22', points: { show: bins.length < 40 } }, { label: 'not applied', stroke: PALETTE[4], dash: [6, 4], width: 2, points: { show: bins.length < 40 } }],
    }, [bins.map(({ start }) => Date.parse(start) / 1000), bins.map((bin) => bin.commands), bins.map((bin) => bin.refused)])
  }
`

const BENCH = `
  if (bench !== null) {
    const names = bench.scenarios.slice(0, 8).map(({ name }) => name)
    const commitOf = (i) => bench.commits[i] === undefined ? '' : bench.commits[i].commit
    draw('bench', {
      scales: { x: { time: false, range: columnsRange(bench.commits.length) }, y: { range: fromZero } },
      axes: [named(commitOf), axis({ values: (_, splits) => splits.map((value) => micros(value)), size: 70 })],
      series: [{ label: 'commit', value: (_, i) => i === null ? '-' : commitOf(i) || '-' }, ...names.map((name, i) => ({ label: name, stroke: PALETTE[i], dash: STROKES[i % STROKES.length], width: 2, points: { show: true } }))],
    }, [bench.commits.map((_, i) => i), ...names.map((name) => bench.commits.map(({ medians }) => medians[name] ?? null))])
  }
`

const END = `
  for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false
  addEventListener('resize', () => charts.forEach((resize) => resize()))
  document.documentElement.dataset.ready = 'true'
`

/**
 * The script of a page; it runs after uPlot.
 *
 * @param more what draws further parts
 */
export function pageScript(more = ''): string {
  return `(() => {${SHARED}${COMMANDS}${BENCH}${more}${END}})()\n`
}
