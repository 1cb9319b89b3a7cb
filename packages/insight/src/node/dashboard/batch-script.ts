/** Draws the charts of batches with their changes, and applies level and filters. Part of the page's script. */
export const BATCH_SCRIPT = `
  if (batches !== null) {
    const { columns } = batches
    const DASHES = { generate: [], execute: [8, 4], review: [2, 3], 'update-context': [10, 3, 2, 3] }
    const COLOURS = { generate: PALETTE[0], execute: PALETTE[1], review: PALETTE[2], 'update-context': PALETTE[3] }
    const byId = (id) => document.getElementById(id)
    const nameOf = (i) => columns[i] === undefined ? '' : columns[i]
    let level = batches.level
    let operation = ''
    const marksOf = (measure) => batches.levels.find((one) => one.level === level).marks.filter((mark) => mark.measure === measure && mark.status === 'change' && mark.column >= 0 && (operation === '' || mark.operation === operation))
    const drawMarks = (chart, measure, scale) => {
      const { ctx, scales } = chart
      const [left, right] = [scales.x.min, scales.x.max].map((value) => chart.valToPos(value, 'x', true))
      const [top, bottom] = [scales.y.max, scales.y.min].map((value) => chart.valToPos(value, 'y', true))
      const ratio = devicePixelRatio
      const all = marksOf(measure)
      ctx.save()
      all.forEach((mark, i) => {
        const x = Math.round(chart.valToPos(mark.column - 0.5, 'x', true))
        const same = all.filter((other) => other.operation === mark.operation && other.runs === mark.runs)
        const at = same.indexOf(mark)
        const from = at === 0 ? left : chart.valToPos(same[at - 1].column - 0.5, 'x', true)
        const to = at === same.length - 1 ? right : chart.valToPos(same[at + 1].column - 0.5, 'x', true)
        ctx.strokeStyle = COLOURS[mark.operation]
        const line = (x1, y1, x2, y2) => { ctx.beginPath(); ctx.moveTo(x1, y1); ctx.lineTo(x2, y2); ctx.stroke() }
        ctx.lineWidth = 2 * ratio
        ctx.setLineDash([6 * ratio, 4 * ratio])
        line(x, top, x, bottom)
        ctx.lineWidth = ratio
        ctx.setLineDash([])
        for (const [value, start, end] of [[mark.before, from, x], [mark.after, x, to]]) {
          const y = chart.valToPos(value * scale, 'y', true)
          line(start, y, end, y)
        }
        // Numbers of neighbours stand on different heights.
        const y = top + (10 + 18 * (i % 4)) * ratio
        ctx.fillStyle = colour('--ground')
        ctx.fillRect(x - 9 * ratio, y - 9 * ratio, 18 * ratio, 18 * ratio)
        ctx.strokeRect(x - 9 * ratio, y - 9 * ratio, 18 * ratio, 18 * ratio)
        ctx.fillStyle = colour('--ink')
        ctx.font = '600 ' + 12 * ratio + 'px system-ui, sans-serif'
        ctx.textAlign = 'center'
        ctx.textBaseline = 'middle'
        ctx.fillText(String(mark.number), x, y)
      })
      ctx.restore()
    }
    const own = []
    const drawBatches = (id, series, unit, range, measure, scale) => {
      const text = (value) => value === null || value === undefined ? '-' : +value.toPrecision(3) + unit
      const chart = draw(id, {
        scales: { x: { time: false, range: columnsRange(columns.length) }, y: { range } },
        hooks: measure === null ? {} : { draw: [(one) => drawMarks(one, measure, scale)] },
        axes: [named(nameOf), axis({ values: (_, splits) => splits.map(text), size: 70 })],
        series: [{ label: 'batch', value: (_, i) => i === null ? '-' : nameOf(i) || '-' }, ...series.map((one) => ({ label: one.operation, stroke: COLOURS[one.operation], dash: DASHES[one.operation], width: 2, spanGaps: true, points: { show: true }, value: (_, value) => text(value) }))],
      }, [columns.map((_, i) => i), ...series.map(({ values }) => values)])
      if (chart !== null) own.push({ chart, names: series.map((one) => one.operation) })
    }
    const percent = batches.successRates.map((one) => ({ operation: one.operation, values: one.values.map((value) => value === null ? null : value * 100) }))
    drawBatches('batch-duration', batches.durations, ' s', fromZero, 'duration', 1)
    drawBatches('batch-success', percent, '%', [0, 105], 'success rate', 100)
    drawBatches('batch-concurrency', batches.concurrencies, '', fromZero, null, 1)

    byId('level').addEventListener('change', (event) => {
      level = Number(event.target.value)
      for (const part of document.querySelectorAll('[data-level]')) part.hidden = Number(part.dataset.level) !== level
      for (const { chart } of own) chart.redraw()
    })

    const filters = byId('filters')
    if (filters !== null) {
      const value = (id) => byId(id).value.trim().toLowerCase()
      const apply = () => {
        operation = byId('filter-operation').value
        const batch = value('filter-batch')
        const model = byId('filter-model').value
        const outcome = byId('filter-outcome').value
        let shown = 0
        for (const part of document.querySelectorAll('[data-outcome]')) {
          const { dataset } = part
          part.hidden = (operation !== '' && dataset.operation !== operation) || !dataset.batch.toLowerCase().includes(batch) || (model !== '' && !dataset.models.split('\\n').includes(model)) || (outcome !== '' && dataset.outcome !== outcome)
          if (part.classList.contains('run') && !part.hidden) shown += 1
        }
        const all = document.querySelectorAll('.run').length
        byId('run-count').textContent = shown === all ? all + ' runs' : shown + ' of ' + all + ' runs'
        for (const { chart, names } of own) names.forEach((name, i) => chart.setSeries(i + 1, { show: operation === '' || name === operation }))
        for (const { chart } of own) chart.redraw()
      }
      filters.addEventListener('input', apply)
      filters.addEventListener('submit', (event) => event.preventDefault())
    }

    // A link to an item opens what it lies in, also where a filter hides it.
    const reveal = () => {
      const target = location.hash === '' ? null : byId(decodeURIComponent(location.hash.slice(1)))
      if (target === null) return
      for (let part = target; part !== null; part = part.parentElement) {
        if (part.tagName === 'DETAILS') { part.open = true; part.hidden = false }
      }
      target.scrollIntoView()
      const summary = target.querySelector('summary')
      if (summary !== null) summary.focus()
    }
    addEventListener('hashchange', reveal)
    reveal()
  }
`
