// Which runs a page quotes.
import type { Environment } from '../environment.ts'

export const REPRODUCED =
  "Ratios hold elsewhere, absolute times are this machine's. Percentiles leave out runs that the system interrupted."

export function describeRun(what: string, { cpu, cores, load, node, commit, date }: Environment): string {
  return `${what}: ${cpu}, ${cores} cores (load ${load}), Node ${node}, commit ${commit}, ${date}.`
}
