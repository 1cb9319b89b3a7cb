import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** Everything, for more time each; otherwise the gate: every stage and kind of command, in two minutes. */
  readonly isFull: boolean
  /** Only scenarios whose name contains this. */
  readonly filter: string
  /** Where the results go; null for the usual place. */
  readonly outFile: string | null
  /** A JSON file of an earlier run, or a folder with another build. */
  readonly compareWith: string | null
  readonly isList: boolean
  readonly isHelp: boolean
  /** Real screens, one JSON document per line. */
  readonly screensFile: string
}

export const DEFAULT_SCREENS = '../shared/data/screens/screens.jsonl'

export const USAGE = `usage: npm run bench -- [OPTIONS]
  --full             everything, a quarter of an hour; a median that misses its target five times over fails too
  --filter TEXT      scenarios whose name contains TEXT
  --list             names of the scenarios
  --out FILE         where the results go, as JSON (default: bench/results/latest.json)
  --compare OLD      OLD is the JSON of an earlier run, or another checkout in which the bench has run: both builds
                     then run in turn in this process
  --screens FILE     real screens, one JSON document a line (default: ${DEFAULT_SCREENS})
examples: npm run bench -- --filter standard
          npm run bench -- --out before.json
          npm run bench -- --compare before.json
`

/** @throws TypeError for an unknown option. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      filter: { type: 'string', default: '' },
      out: { type: 'string' },
      compare: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      screens: { type: 'string', default: DEFAULT_SCREENS },
    },
  })
  return {
    isFull: values.full,
    filter: values.filter,
    outFile: values.out ?? null,
    compareWith: values.compare ?? null,
    isList: values.list,
    isHelp: values.help,
    screensFile: values.screens,
  }
}
