// The closing line of CI is `N passed, N failed` and nothing else, over the tests of vitest's JSON report and the steps
// around them; what was skipped stands on a line before. Ends non-zero when anything failed or no test ran.
//   node scripts/ci-summary.mjs --report FILE --tests EXIT_CODE [--step NAME=EXIT_CODE]...
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * @typedef {{ status?: string, assertionResults?: { status?: string }[] }} FileReport
 * @typedef {{ testResults?: FileReport[] }} Report
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * @param {Report | undefined} report undefined when vitest wrote none
 * @param {number} testsExitCode
 * @returns {Counts}
 */
export function countTests(report, testsExitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of report?.testResults ?? []) {
    const tests = file.assertionResults ?? []
    const failedBefore = counts.failed
    for (const { status } of tests) {
      if (status === 'passed') counts.passed += 1
      else if (status === 'failed') counts.failed += 1
      else counts.skipped += 1
    }
    // A file that could not be loaded, or a failing hook, fails without a failing test.
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1
  }
  const ran = counts.passed + counts.failed
  // No test at all, an error outside the tests, or a run that was cut short: never a silent success.
  if (ran === 0 || (testsExitCode !== 0 && counts.failed === 0)) counts.failed += 1
  return counts
}

/**
 * @param {Counts} counts
 * @param {readonly number[]} stepExitCodes
 * @returns {Counts}
 */
export function addSteps(counts, stepExitCodes) {
  const failed = stepExitCodes.filter((exitCode) => exitCode !== 0).length
  return {
    passed: counts.passed + stepExitCodes.length - failed,
    failed: counts.failed + failed,
    skipped: counts.skipped,
  }
}

/** @param {Counts} counts */
export function formatCounts({ passed, failed, skipped }) {
  const skippedLine = skipped > 0 ? `skipped: ${skipped}\n` : ''
  return `${skippedLine}${passed} passed, ${failed} failed`
}

/**
 * @param {string} path
 * @returns {Report | undefined}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function main() {
  const { values } = parseArgs({
    options: {
      report: { type: 'string', default: '' },
      tests: { type: 'string', default: '1' },
      step: { type: 'string', multiple: true, default: [] },
    },
  })
  const steps = values.step.map((text) => {
    const [name = '', exitCode = '1'] = text.split('=')
    process.stdout.write(`${name}: ${exitCode === '0' ? 'ok' : `failed with exit code ${exitCode}`}\n`)
    return Number(exitCode)
  })
  const counts = addSteps(countTests(readReport(values.report), Number(values.tests)), steps)
  process.stdout.write(`${formatCounts(counts)}\n`)
  process.exitCode = counts.failed === 0 ? 0 : 1
}

const [, script] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) main()
