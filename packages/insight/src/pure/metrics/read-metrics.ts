import { Ajv } from 'ajv'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { BatchMetrics } from './batch-metrics.ts'
import { batchMetricsSchema } from './batch-metrics-schema.ts'

let compiled: ValidateFunction<BatchMetrics> | undefined

/**
 * Checks a value against the schema of batch-metrics.json.
 *
 * @example
 * const checked = validateBatchMetrics(JSON.parse(text))
 * if (!checked.ok) console.error(checked.error.join('\n'))
 */
export function validateBatchMetrics(value: unknown): Result<BatchMetrics, readonly string[]> {
  compiled ??= new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    formats: { 'date-time': fullFormats['date-time'] },
  }).compile<BatchMetrics>(batchMetricsSchema)
  return compiled(value) ? ok(value) : fail((compiled.errors ?? []).slice(0, MAX_PROBLEMS).map(describeError))
}

/** Reads the text of a metrics file; the problems say where and what. */
export function parseBatchMetrics(text: string): Result<BatchMetrics, readonly string[]> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return fail([`no JSON: ${error instanceof Error ? error.message : String(error)}`])
  }
  return validateBatchMetrics(value)
}

const MAX_PROBLEMS = 20

/** Sums within the document that contradict each other: worth a warning, not a reason to refuse the file. */
export function findContradictions({ metrics, items }: BatchMetrics): readonly string[] {
  const found: string[] = []
  const outcomes = [
    metrics.success_count,
    metrics.failure_count,
    metrics.partial_count,
    metrics.blocked_count,
  ].reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const total = metrics.total_items
  if (typeof total === 'number' && outcomes > total) {
    found.push(`metrics: ${outcomes} outcomes of ${total} items`)
  }
  const tokens = metrics.token_usage
  const parts = (tokens?.input_tokens ?? 0) + (tokens?.output_tokens ?? 0)
  const bothKnown = typeof tokens?.input_tokens === 'number' && typeof tokens.output_tokens === 'number'
  if (bothKnown && typeof tokens?.total_tokens === 'number' && tokens.total_tokens !== parts) {
    found.push(`metrics/token_usage: total_tokens is ${tokens.total_tokens}, input and output make ${parts}`)
  }
  if (items !== undefined && typeof total === 'number' && items.length !== total) {
    found.push(`items: ${items.length} are listed, total_items is ${total}`)
  }
  return found
}

function describeError({ instancePath, message, params, keyword }: ErrorObject): string {
  // What ajv hands over for this keyword.
  const allowed =
    keyword === 'enum' ? `: ${(params as { allowedValues: string[] }).allowedValues.join(', ')}` : ''
  return `${instancePath === '' ? 'the document' : instancePath.slice(1)} ${message ?? 'is wrong'}${allowed}`
}
