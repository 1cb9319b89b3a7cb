import { Counter, Gauge, Registry } from 'prom-client'

/** A series of Prometheus with all its values, as they were read. */
export interface Series {
  /** Counters end in `_total`. */
  readonly name: string
  readonly help: string
  readonly kind: 'counter' | 'gauge'
  readonly labels: readonly string[]
  /** Values of the labels, in their order, and the number. A value that is not known is left out, not 0. */
  readonly values: readonly { readonly labels: readonly string[]; readonly value: number }[]
}

/**
 * Writes series in Prometheus' text format: for a scrape, or for a file that node_exporter reads. O(values)
 *
 * @throws Error for a name or a label that Prometheus does not allow
 * @example
 * const text = await seriesText([
 *   { name: 'jobs_total', help: 'Jobs.', kind: 'counter', labels: ['kind'], values: [{ labels: ['mail'], value: 3 }] },
 * ])
 */
export async function seriesText(series: readonly Series[]): Promise<string> {
  const registry = new Registry()
  for (const { name, help, kind, labels, values } of series) {
    const options = { name, help, labelNames: [...labels], registers: [registry] }
    const metric = kind === 'counter' ? new Counter(options) : new Gauge(options)
    for (const one of values) {
      metric.inc(Object.fromEntries(labels.map((label, i) => [label, one.labels[i] ?? ''])), one.value)
    }
  }
  return registry.metrics()
}
