import { printable } from '../render/printable.ts'
import type { BenchHistory } from './history.ts'

/** The history as Markdown: first what became slower, then every scenario, then the commits. */
export function historyMarkdown({ commits, scenarios, regressions }: BenchHistory): string {
  const latest = commits.at(-1)
  const before = commits.at(-2)
  const lines = [
    '# Bench history',
    '',
    latest === undefined
      ? 'No runs.'
      : before === undefined
        ? `One commit only: ${latest.commit}, ${latest.runs} runs.`
        : `${latest.commit} (${latest.runs} runs) against ${before.commit} (${before.runs} runs).`,
    '',
    regressions.length === 0 ? 'Nothing became slower.' : `Slower: ${regressions.join(', ')}.`,
    '',
    '| scenario | before us | latest us | ratio | p | verdict |',
    '|---|---:|---:|---:|---:|---|',
    ...scenarios.map(
      ({ name, before: from, latest: to, ratio, probability, verdict }) =>
        `| ${cell(name)} | ${from?.toFixed(2) ?? ''} | ${to.toFixed(2)} | ${ratio?.toFixed(3) ?? ''} | ${probability?.toFixed(4) ?? ''} | ${verdict} |`,
    ),
    '',
    '| commit | date | runs |',
    '|---|---|---:|',
    ...commits.map(({ commit, date, runs }) => `| ${cell(commit)} | ${cell(date)} | ${runs} |`),
    '',
  ]
  return lines.join('\n')
}

function cell(text: string): string {
  return printable(text).replaceAll('|', '\\|')
}
