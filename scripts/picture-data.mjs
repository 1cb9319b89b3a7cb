import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{
 *   item_id: string, status: string, stage: number, duration_seconds: number, attempts: number, model: string,
 *   tries: readonly object[], depends_on: readonly string[], total_tokens: number, estimated_cost: number, until: number
 * }} MadeItem
 */

/**
 * Uniform numbers from 0 to 1 (mulberry32).
 *
 * @param {number} seed
 */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Four thousand commands over ten hours.
 *
 * @param {string} path
 */
export function writeCommands(path) {
  const random = randomFrom(7)
  const intents = ['set', 'set', 'set', 'move', 'hide', 'add', 'resize', 'align', 'undo']
  const texts = [
    'make the header navy',
    'hide the banner',
    'move the newsletter to the top',
    'add a button to the card',
  ]
  const start = Date.parse('2026-03-02T08:00:00Z')
  const lines = Array.from({ length: 4000 }, (_, i) => {
    const hour = (i / 4000) * 10
    const total = 14 * Math.exp(random() * 1.2) * (random() < 0.03 ? 30 : 1)
    const isRefused = random() < 0.06
    const hit = random() < 0.6
    return JSON.stringify({
      time: new Date(
        start + (hour + Math.sin(hour * 1.7) * 0.25) * 3_600_000 + random() * 60_000,
      ).toISOString(),
      sequence: i + 1,
      command: texts[Math.floor(random() * texts.length)],
      outcome: isRefused ? (random() < 0.6 ? 'clarify' : 'rejected') : 'applied',
      intents: [intents[Math.floor(random() * intents.length)]],
      issues: isRefused
        ? [random() < 0.6 ? 'ambiguous' : 'not-understood']
        : random() < 0.1
          ? ['contrast']
          : [],
      cache: hit ? 'hit' : 'miss',
      patches: 1,
      corrections: random() < 0.02 ? 1 : 0,
      timings: {
        decompose: total * 0.2,
        execute: total * 0.45,
        verify: total * 0.2,
        serialize: total * 0.15,
        total,
      },
    })
  })
  writeFileSync(path, `${lines.join('\n')}\n`)
}

/**
 * Thirty batches: executing becomes slower with the sixteenth, reviewing faster with the twentieth.
 *
 * @param {string} to
 */
export function writeBatches(to) {
  const random = randomFrom(11)
  mkdirSync(to)
  for (let number = 1; number <= 30; number += 1) {
    const day = new Date(
      Date.parse('2026-03-02T09:00:00Z') + Math.floor(number / 2) * 86_400_000 + number * 1000,
    )
    const noise = () => 0.92 + 0.16 * random()
    /** @type {(operation: string, minutesLater: number, rest: object) => void} */
    const save = (operation, minutesLater, rest) => {
      const timestamp = new Date(day.getTime() + minutesLater * 60_000).toISOString()
      const metrics = { batch_id: String(number), operation, timestamp, ...rest, sources: { '': 'measured' } }
      writeFileSync(join(to, `batch-${number}-${operation}.json`), JSON.stringify(metrics))
    }
    save('generate', 0, {
      duration_seconds: Math.round(70 * noise()),
      metrics: { total_items: 8, success_count: 8, failure_count: 0 },
    })
    const slower = number >= 16 ? 1.6 : 1
    save('execute', 5, executed(number, 40 * slower * noise(), random))
    save('review', 60, {
      duration_seconds: Math.round((number >= 20 ? 130 : 210) * noise()),
      metrics: {
        total_items: 8,
        success_count: 8,
        failure_count: 0,
        ...usageOf(Math.round(42_000 * noise()), 0.31),
      },
    })
  }
}

/**
 * @param {number} tokens
 * @param {number} usd
 */
function usageOf(tokens, usd) {
  return { token_usage: { total_tokens: tokens, estimated_cost: Math.round(usd * 1000) / 1000 } }
}

/**
 * Eight items in three stages, the last ones after the first.
 *
 * @param {number} number
 * @param {number} unit
 * @param {() => number} random
 */
function executed(number, unit, random) {
  const isBad = number % 13 === 4
  /** @type {MadeItem[]} */
  const items = []
  let end = 0
  for (let i = 0; i < 8; i += 1) {
    const id = `PRP-${number}.${i < 3 ? 1 : i < 6 ? 2 : 3}.${(i % 3) + 1}`
    const waits = [items[i - 3], i === 7 ? items[3] : undefined].flatMap((item) => item?.item_id ?? [])
    const start = Math.max(
      0,
      ...items.filter(({ item_id }) => waits.includes(item_id)).map(({ until }) => until),
    )
    const length = unit * (0.5 + random())
    const isRetried = random() < 0.15
    const hasFailed = isBad && i === 5
    const model = i % 3 === 2 ? 'sonnet' : 'haiku'
    const first = { model, outcome: 'gate-failed', start_seconds: start, end_seconds: start + length * 0.6 }
    const last = {
      model: isRetried ? 'sonnet' : model,
      outcome: hasFailed ? 'gate-failed' : 'success',
      start_seconds: start + (isRetried ? length * 0.6 : 0),
      end_seconds: start + length * (isRetried ? 1.5 : 1),
    }
    const tries = isRetried ? [first, last] : [last]
    const until = last.end_seconds
    end = Math.max(end, until)
    const tokens = Math.round(9000 + 9000 * random())
    items.push({
      item_id: id,
      status: hasFailed ? 'failure' : 'success',
      stage: Math.floor(i / 3) + 1,
      duration_seconds: Math.round(length),
      attempts: tries.length,
      model: last.model,
      tries,
      depends_on: waits,
      total_tokens: tokens,
      estimated_cost: Math.round(tokens * (model === 'haiku' ? 0.0017 : 0.0051)) / 1000,
      until,
    })
  }
  /** @type {(key: 'total_tokens' | 'estimated_cost' | 'duration_seconds') => number} */
  const sum = (key) => items.reduce((all, item) => all + item[key], 0)
  const errors = items.flatMap(({ item_id, status }) =>
    status === 'failure'
      ? [
          {
            item_id,
            error_type: 'gate-failed',
            error_message: 'npm test ended with 1: 2 of 214 tests failed',
          },
        ]
      : [],
  )
  return {
    duration_seconds: Math.round(end),
    metrics: {
      total_items: 8,
      success_count: 8 - errors.length,
      failure_count: errors.length,
      ...usageOf(sum('total_tokens'), sum('estimated_cost')),
      errors,
    },
    optimization_metrics: { concurrency: Math.round((sum('duration_seconds') / end) * 100) / 100 },
    items: items.map((item) => ({ ...item, until: undefined })),
  }
}
