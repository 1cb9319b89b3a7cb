import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readExecutionLogs } from '../../../src/node/execution-logs.ts'
import { readLog } from '../../../src/pure/adaptive/log/log-tree.ts'
import type { Range } from '../../../src/pure/adaptive/range.ts'
import { readRunFigures } from '../../../src/pure/adaptive/run-figures.ts'
import type { RunFigures } from '../../../src/pure/adaptive/run-figures.ts'
import { evaluateRun } from '../../../src/pure/adaptive/success-criteria.ts'
import { trialsOfRun } from '../../../src/pure/adaptive/trials.ts'

const FOLDER = fileURLToPath(new URL('logs', import.meta.url))

async function read(name: string): Promise<RunFigures> {
  const { runs, problems } = await readExecutionLogs([join(FOLDER, name)])
  expect(problems).toEqual([])
  expect(runs).toHaveLength(1)
  const [{ name: run, roots, damage }] = runs as [(typeof runs)[number]]
  return readRunFigures(run, roots, damage)
}

function shown(range: Range | undefined | null): string {
  if (range === undefined || range === null) return '-'
  if (range.low === range.high) return String(range.low)
  return range.high === Infinity ? `${range.low}+` : `${range.low}..${range.high}`
}

/** What each log says by its own lines: tickets done, tokens, fix loops, and the verdict of each criterion. */
const LOGS: readonly (readonly [
  file: string,
  done: string,
  tokens: string,
  loops: string,
  verdicts: readonly string[],
])[] = [
  // 18,000 + 27,000 + 17,000 + 21,000 in lines 13, 18, 23, 28; one `PASS_WITH_FIX_LOOP` in line 19.
  [
    'keyed-results.yaml',
    '4',
    '83000',
    '1',
    ['success rate % 100 PASS', 'fix loop rate % 25 PASS', 'total tokens 83000 PASS'],
  ],
  // Lines 9 to 11, one abandoned; 09:00 to 10:20. Two of three tickets succeeded.
  [
    'listed-results.yaml',
    '2',
    '63000',
    '3',
    ['tokens per ticket 31500 FAIL', 'success rate % 66.67 PASS', 'minutes 80 UNKNOWN'],
  ],
  // Three files of one run: 9,000 + 5,000 and 14,000 + 6,000 + 15,000; 6k for a fix loop are tokens, not loops.
  [
    'phase-b2',
    '2',
    '49000',
    '1',
    ['total tokens 49000 PASS', 'all tickets passed review 1 PASS', 'review attempts 2 PASS'],
  ],
  // Nothing was filled in: 8,000 was the estimate.
  [
    'template.yaml',
    '-',
    '-',
    '-',
    ['total tokens - UNKNOWN', 'review attempts - UNKNOWN', 'fix loops - UNKNOWN'],
  ],
  // 15 to 20 thousand and less than 25; none and at least one.
  [
    'ranges.yaml',
    '2',
    '15000..45000',
    '1+',
    ['total tokens 15000..45000 UNKNOWN', 'total tokens 15000..45000 PASS', 'fix loops 1+ UNKNOWN'],
  ],
  // Line 8 says one fix loop, line 9 none.
  ['contradiction.yaml', '1', '22000', '0..1', ['fix loops 0..1 UNKNOWN', 'first-try rate % 0..100 UNKNOWN']],
  // 16,000 + 33,000 + 45,000 + 8,000 of planning, and a ticket that was left out: too many already.
  ['partly-failed.yaml', '2', '102000+', '4', ['success rate % 50..75 UNKNOWN', 'total tokens 102000+ FAIL']],
  // 14,500 and 9,000, the second one without its tests.
  ['named-tickets.yaml', '1', '23500', '0', ['all tickets passed review 0 FAIL', 'minutes 25 UNKNOWN']],
  // 17,000 + 4,000 in the second document, the baseline in the first.
  [
    'two-documents.yaml',
    '1',
    '21000',
    '-',
    ['total tokens 21000 PASS', 'savings vs single agent % 30 PASS', '- - UNKNOWN'],
  ],
  // A list of attempts ends with its last entry: 9k + 11k, 8k + 14k, 52,000. K2 went from haiku to sonnet, K3 took three.
  [
    'attempts.yaml',
    '3',
    '94000',
    '4',
    ['success rate % 50..100 UNKNOWN', 'review attempts 3 FAIL', 'first-try rate % 0 FAIL'],
  ],
  // 12,000 + 95,500 + 12,000 in lines 6 to 8; five of six in line 3.
  [
    'counted.yaml',
    '5',
    '119500',
    '2',
    ['total tokens 119500 UNKNOWN', 'tickets done 5 PASS', 'success rate % 83.33 PASS'],
  ],
  // `1.234,5` may be two numbers; 12,345 and 15 to 20 thousand.
  ['numbers.yaml', '3', '27345+', '2', ['fix loops 2 FAIL', 'total tokens 27345+ UNKNOWN']],
  // One passed for certain (line 7), one failed (line 8), three may be either.
  ['doubts.yaml', '1..4', '30000', '-', ['success rate % 16.67..83.33 FAIL', 'fix loops 0+ UNKNOWN']],
  // Four were executed, three have names, two are done; nobody knows how many `lots` are.
  [
    'siblings.yaml',
    '2',
    '10000+',
    '-',
    ['success rate % 50..100 UNKNOWN', 'total tokens 10000+ UNKNOWN', '- - UNKNOWN'],
  ],
  // 1,200,000 and 700,000 and a review that nobody filled in.
  [
    'named-parts.yaml',
    '2',
    '1900000+',
    '-',
    ['total tokens 1900000+ UNKNOWN', '- - UNKNOWN', 'minutes 95 FAIL'],
  ],
]

/** As docs/logs.md holds them: each figure, and the lines it comes from. */
async function tableOfFigures(): Promise<string> {
  const rows = await Promise.all(
    LOGS.map(async ([file]) => {
      const run = await read(file)
      const cell = (figure: RunFigures['totalTokens']): string => {
        if (figure === null || (figure.range.low === 0 && figure.range.high === Infinity)) return 'not told'
        const lines = [...figure.places]
          .sort((a, b) => a.line - b.line)
          .map(({ file: path, line }) =>
            file.endsWith('.yaml') ? String(line) : `${basename(path)}:${line}`,
          )
        return `${shown(figure.range)} (${[...new Set(lines)].join(', ')})`
      }
      const verdicts = evaluateRun(run).map(
        ({ verdict, measure }) => `${verdict} ${measure ?? 'not understood'}`,
      )
      return `| [${file}](../packages/insight/test/pure/adaptive/logs/${file}) | ${cell(run.completedTickets)} | ${cell(run.totalTokens)} | ${cell(run.fixLoops)} | ${verdicts.join('<br>')} |`
    }),
  )
  return ['| Log | Done | Tokens | Fix loops | Verdicts |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
}

test('docs/logs.md holds the figures of these logs, each with its lines', async () => {
  const table = await tableOfFigures()
  const docs = readFileSync(fileURLToPath(new URL('../../../../../docs/logs.md', import.meta.url)), 'utf8')
  expect(docs.includes(table), `docs/logs.md should hold\n${table}`).toBe(true)
})

describe('logs as people keep them', () => {
  test('every log of the folder is judged', () => {
    expect(LOGS.map(([file]) => file).sort()).toEqual(readdirSync(FOLDER).sort())
  })

  test.each(LOGS)('%s', async (file, done, tokens, loops, verdicts) => {
    const run = await read(file)
    expect(shown(run.completedTickets?.range)).toBe(done)
    expect(shown(run.totalTokens?.range)).toBe(tokens)
    const openLoops =
      run.fixLoops !== null && run.fixLoops.range.low === 0 && run.fixLoops.range.high === Infinity
    expect(openLoops ? '-' : shown(run.fixLoops?.range)).toBe(loops)
    const told = evaluateRun(run).map(({ measure, actual, verdict }) => {
      const range = actual === null ? null : { low: round(actual.low), high: round(actual.high) }
      return `${measure ?? '-'} ${shown(range)} ${verdict}`
    })
    expect(told).toEqual(verdicts)
  })
})

function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : value
}

test('what is not understood is listed with its line and counted nowhere', async () => {
  const lines = async (file: string) =>
    (await read(file)).unclear.map(({ line, reason }) => `${line} ${reason}`)
  expect(await lines('template.yaml')).toEqual(['7 not filled in', '8 not filled in', '9 not filled in'])
  expect(await lines('named-tickets.yaml')).toEqual(['14 a figure of which it is not known what it counts'])
})

test('a figure names the lines it comes from', async () => {
  const { totalTokens, fixLoops } = await read('keyed-results.yaml')
  expect(totalTokens?.places.map(({ line }) => line)).toEqual([13, 18, 23, 28])
  expect(totalTokens?.isEstimate).toBe(true)
  expect(fixLoops?.places.map(({ line }) => line)).toContain(19)
})

test('choosing a model has data: each ticket with model, complexity and fixes is a trial', async () => {
  expect(trialsOfRun(await read('keyed-results.yaml'))).toEqual([
    { item: 'R21', model: 'haiku', complexity: 'mechanical', firstTry: true, tokens: 18_000 },
    { item: 'R22', model: 'haiku', complexity: 'mechanical', firstTry: false, tokens: 27_000 },
    { item: 'R23', model: 'haiku', complexity: 'mechanical', firstTry: true, tokens: 17_000 },
    { item: 'R24', model: 'sonnet', complexity: 'nuanced', firstTry: true, tokens: 21_000 },
  ])
  expect(
    trialsOfRun(await read('listed-results.yaml')).map(({ item, firstTry }) => [item, firstTry]),
  ).toEqual([
    ['WEB-101', true],
    ['WEB-102', false],
    ['WEB-103', false],
  ])
})

test('a log with a line that is no YAML is read as far as it goes, and passes nothing', () => {
  const read = readLog(
    [
      'tickets: [M1]',
      'success_criteria: { tokens: "< 50k total" }',
      'results: { M1: { verdict: PASS, tokens: 20k } }',
      'notes: "an open quote',
      'more: [1, 2',
    ].join('\n'),
    'damaged.yaml',
  )
  if (!read.ok) throw new Error('expected what can be read')
  const { roots, problems } = read.value
  expect(problems).toMatchObject([{ message: expect.stringContaining('quote') as unknown }])
  const damage = [{ file: 'damaged.yaml', line: 5, path: '', text: '', reason: 'no YAML' }]
  const run = readRunFigures('damaged', roots, damage)
  expect(evaluateRun(run)).toMatchObject([
    {
      verdict: 'UNKNOWN',
      actual: { low: 20_000, high: 20_000 },
      reason: expect.stringContaining('could not be read') as unknown,
    },
  ])
})
