import type { Timings } from 'blueprint-command-engine'
import { round } from './outline.ts'
import { hang } from './view.ts'
import type { View } from './view.ts'

const COLD_START = 'Cold start: the first command of a process includes loading and compiling.'

/** `412 us: decompose 120, execute 200, verify 60, serialize 32`, for the only command of a process. */
export function renderTimings(view: View, timings: Timings): string[] {
  const { decompose, execute, verify, serialize, total } = timings
  const stages = { decompose, execute, verify, serialize }
  const parts = Object.entries(stages).map(([name, time]) => `${name} ${microseconds(time)}`)
  return [
    `${microseconds(total)} us${view.palette.faint(`: ${parts.join(', ')}`)}`,
    ...hang(view, '', COLD_START, view.palette.faint),
  ]
}

function microseconds(time: number): string {
  return time >= 100 ? Math.round(time).toLocaleString('en') : round(Math.round(time * 10) / 10)
}
