// Which runs a page quotes.
import type { Environment } from '../environment.ts'

export const REPRODUCED =
  'Ratios carry over to other machines, absolute times do not. Percentiles exclude runs that the system interrupted.'

export function describeRun(what: string, { cpu, cores, load, node, commit, date }: Environment): string {
  return `${what}: ${cpu}, ${cores} cores (load ${load}), Node ${node}, commit ${commit}, ${date}.`
}
