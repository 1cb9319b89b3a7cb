import { seriesText } from '@blueprint-engine/telemetry/prometheus'
import type { BatchMetrics } from '../pure/metrics/batch-metrics.ts'
import { batchSeries } from '../pure/metrics/batch-series.ts'
import type { TrendOptions } from '../pure/metrics/trend.ts'
import { tokenSeries } from '../pure/tokens/token-series.ts'
import type { TokenReport } from '../pure/tokens/token-report.ts'

/**
 * What batches did, took and cost, in Prometheus' text format.
 *
 * @example
 * const folder = await readMetricsFolder('completed-batches')
 * if (folder.ok) response.end(await batchSeriesText(folder.value.files.map(({ metrics }) => metrics)))
 */
export async function batchSeriesText(
  files: readonly BatchMetrics[],
  options?: TrendOptions,
): Promise<string> {
  return seriesText(batchSeries(files, options))
}

/**
 * Tokens and cost of transcripts by model, in Prometheus' text format.
 *
 * @param report grouped by model: `reportTokens(ledger, ['model'])`
 */
export async function tokenSeriesText(report: TokenReport): Promise<string> {
  return seriesText(tokenSeries(report))
}
