/** Runs in the page, after uPlot: draws the charts from the data that stands in it. ES2020, no other global. */
export const PAGE_SCRIPT = `
(() => {
  'use strict'
  const { commands, bench, batches } = JSON.parse(document.getElementById('data').textContent)
  const style = getComputedStyle(document.documentElement)
  const colour = (name) => style.getPropertyValue(name).trim()
  const PALETTE = ['#2f6feb', '#2da44e', '#bf8700', '#a475f9', '#d1242f', '#1b7c83', '#bf3989', '#57606a']
  const axis = (extra) => ({ stroke: colour('--faint'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, ...extra })
  const charts = []
  const draw = (id, options, data) => {
    const host = document.getElementById(id)
    if (host === null || data[0].length === 0) return
    const size = () => ({ width: Math.max(240, host.clientWidth), height: 260 })
    const chart = new uPlot({ ...size(), cursor: { drag: { x: false, y: false } }, ...options }, data, host)
    charts.push(() => chart.setSize(size()))
    host.dataset.drawn = 'true'
  }
  const micros = (value) => value >= 1000 ? value / 1000 + ' ms' : value + ' us'
  if (commands !== null) {
    draw('latency', {
      scales: { x: { time: false, distr: 3, log: 2 } },
      axes: [axis({ values: (_, splits) => splits.map((value) => value === null ? '' : micros(value)), space: 60 }), axis({})],
      series: [{ label: 'at most', value: (_, value) => value === null ? '-' : micros(value) }, ...commands.stages.map(({ stage }, i) => ({ label: stage, stroke: PALETTE[i], width: stage === 'total' ? 3 : 1.5 }))],
    }, [commands.bucketEdges, ...commands.stages.map(({ buckets }) => buckets)])
    const bins = commands.throughput.bins
    draw('throughput', {
      axes: [axis({}), axis({})],
      series: [{}, { label: 'commands', stroke: PALETTE[0], width: 2, fill: PALETTE[0] + '22' }, { label: 'not applied', stroke: PALETTE[4], width: 2 }],
    }, [bins.map(({ start }) => Date.parse(start) / 1000), bins.map((bin) => bin.commands), bins.map((bin) => bin.refused)])
  }
  if (bench !== null) {
    const names = bench.scenarios.slice(0, 8).map(({ name }) => name)
    draw('bench', {
      scales: { x: { time: false } },
      axes: [axis({ values: (_, splits) => splits.map((i) => Number.isInteger(i) && bench.commits[i] !== undefined ? bench.commits[i].commit : '') }), axis({ values: (_, splits) => splits.map((value) => micros(value)), size: 70 })],
      series: [{ label: 'commit', value: (_, i) => i === null || bench.commits[i] === undefined ? '-' : bench.commits[i].commit }, ...names.map((name, i) => ({ label: name, stroke: PALETTE[i], width: 2, points: { show: true } }))],
    }, [bench.commits.map((_, i) => i), ...names.map((name) => bench.commits.map(({ medians }) => medians[name] ?? null))])
  }
  if (batches !== null) {
    const { columns } = batches
    const COLOURS = { generate: PALETTE[0], execute: PALETTE[1], review: PALETTE[2], 'update-context': PALETTE[3] }
    const nameOf = (i) => Number.isInteger(i) && columns[i] !== undefined ? columns[i] : ''
    const marks = (changes) => ({ draw: [(chart) => {
      const { ctx, scales } = chart
      ctx.save()
      ctx.setLineDash([6, 4])
      ctx.lineWidth = 2
      for (const { operation, column } of changes) {
        const x = Math.round(chart.valToPos(column, 'x', true))
        ctx.strokeStyle = COLOURS[operation]
        ctx.beginPath()
        ctx.moveTo(x, chart.valToPos(scales.y.max, 'y', true))
        ctx.lineTo(x, chart.valToPos(scales.y.min, 'y', true))
        ctx.stroke()
      }
      ctx.restore()
    }] })
    const drawBatches = (id, series, unit, range, changes) => {
      const text = (value) => value === null || value === undefined ? '-' : +value.toPrecision(3) + unit
      draw(id, {
        scales: { x: { time: false }, y: { range } },
        hooks: marks(changes),
        axes: [axis({ values: (_, splits) => splits.map(nameOf) }), axis({ values: (_, splits) => splits.map(text), size: 70 })],
        series: [{ label: 'batch', value: (_, i) => nameOf(i) || '-' }, ...series.map(({ operation }) => ({ label: operation, stroke: COLOURS[operation], width: 2, spanGaps: true, points: { show: true }, value: (_, value) => text(value) }))],
      }, [columns.map((_, i) => i), ...series.map(({ values }) => values)])
    }
    const fromZero = (_, __, most) => [0, most > 0 ? most * 1.1 : 1]
    drawBatches('batch-duration', batches.durations, ' s', fromZero, batches.durationChanges)
    drawBatches('batch-success', batches.successRates.map(({ operation, values }) => ({ operation, values: values.map((value) => value === null ? null : value * 100) })), '%', [0, 105], [])
    drawBatches('batch-efficiency', batches.efficiencies, ' x', fromZero, [])
  }
  addEventListener('resize', () => charts.forEach((resize) => resize()))
  document.documentElement.dataset.ready = 'true'
})()
`
