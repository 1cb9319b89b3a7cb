import { Counter, Histogram, Registry } from 'prom-client'
import type { MetricType } from 'prom-client'
import { CommandMetrics, STAGES } from 'blueprint-command-engine'
import type { Histogram as Distribution } from 'blueprint-command-engine/base'
import type { Observer } from 'blueprint-command-engine'

export { seriesText } from './series-text.ts'
export type { Series } from './series-text.ts'

/** Powers of two, 1 us to 65 ms: edges of the engine's own buckets, so that the counts are exact. */
const EDGES_MICROS: readonly number[] = Array.from({ length: 17 }, (_, k) => 2 ** k)
const BATCH_EDGES: readonly number[] = Array.from({ length: 11 }, (_, k) => 2 ** k)

interface CounterSeries {
  readonly name: string
  readonly help: string
  readonly label: string
  readonly read: (metrics: CommandMetrics) => Iterable<readonly [string, number]>
}

/** Every counter: its name, what it counts, the label that tells its kinds apart and where it is read from. */
const COUNTERS: readonly CounterSeries[] = [
  {
    name: 'blueprint_commands_total',
    help: 'Commands answered, by outcome.',
    label: 'outcome',
    read: ({ outcomes }) => Object.entries(outcomes),
  },
  {
    name: 'blueprint_intents_total',
    help: 'Parts of commands, by the family that read them.',
    label: 'intent',
    read: ({ intents }) => intents,
  },
  {
    name: 'blueprint_issues_total',
    help: 'Findings, by code.',
    label: 'code',
    read: ({ issues }) => issues,
  },
  {
    name: 'blueprint_intent_cache_total',
    help: 'Lookups in the intent cache, by result; off for steps sent as data.',
    label: 'result',
    read: ({ cache }) => Object.entries(cache),
  },
  {
    name: 'blueprint_history_total',
    help: 'Ways through the history of sessions, by kind.',
    label: 'kind',
    read: ({ rewinds }) => Object.entries(rewinds),
  },
  {
    name: 'blueprint_recovered_total',
    help: 'Commands applied after words of them were corrected, by status.',
    label: 'status',
    read: ({ recovered }) => [['applied', recovered]],
  },
]

export interface PrometheusMetrics {
  /** For `createEngine({ observers: [...] })`. */
  readonly observer: Observer
  readonly registry: Registry
  /** What a scrape is answered with; its media type is `registry.contentType`. */
  text(): Promise<string>
}

/**
 * Counts an engine's work for Prometheus. A command only pays for counting (bench: observe, 0.7 us): the series are
 * made when they are asked for.
 *
 * @param registry the application's own, to stand beside its other series; default: a new one
 * @throws Error when the registry already holds these series.
 * @example
 * const prometheus = prometheusMetrics()
 * const engine = createEngine({ observers: [prometheus.observer] })
 * engine.run(blueprint, 'make the title bigger')
 * console.log(await prometheus.text())
 */
export function prometheusMetrics(registry: Registry = new Registry()): PrometheusMetrics {
  const metrics = new CommandMetrics()
  for (const { name, help, label, read } of COUNTERS) {
    // oxlint-disable-next-line no-new -- it registers itself
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect(): void {
        this.reset()
        for (const [kind, value] of read(metrics)) this.inc({ [label]: kind }, value)
      },
    })
  }
  registry.registerMetric(
    new ReadHistogram(
      'blueprint_stage_duration_seconds',
      'Time of each stage of a command and of the whole.',
      () =>
        STAGES.map((stage) => ({
          labels: { stage },
          distribution: metrics.stages[stage],
          edges: EDGES_MICROS,
          unit: 1e-6,
        })),
    ),
  )
  registry.registerMetric(
    new ReadHistogram('blueprint_batch_size', 'Commands in a batch.', () => [
      { labels: {}, distribution: metrics.batchSizes, edges: BATCH_EDGES, unit: 1 },
    ]),
  )
  return { observer: metrics, registry, text: async () => registry.metrics() }
}

interface Reading {
  readonly labels: Readonly<Record<string, string>>
  readonly distribution: Distribution
  readonly edges: readonly number[]
  /** One recorded unit in units of the series. */
  readonly unit: number
}

/** A histogram whose values are read from the engine's own when it is scraped. */
class ReadHistogram extends Histogram {
  readonly #name: string
  readonly #help: string
  readonly #read: () => readonly Reading[]

  constructor(name: string, help: string, read: () => readonly Reading[]) {
    super({ name, help, registers: [] })
    this.#name = name
    this.#help = help
    this.#read = read
  }

  // The base class is asynchronous; nothing has to be waited for here.
  // oxlint-disable-next-line require-await
  override async get(): ReturnType<Histogram['get']> {
    return {
      name: this.#name,
      help: this.#help,
      // Its types declare an enum that the package does not have.
      type: 'histogram' as unknown as MetricType,
      aggregator: 'sum',
      collect: () => undefined,
      values: this.#read().flatMap((reading) => this.#valuesOf(reading)),
    }
  }

  /** How the registry asks where it writes text. */
  async getForPromString(): ReturnType<Histogram['get']> {
    return this.get()
  }

  #valuesOf({ labels, distribution, edges, unit }: Reading): Awaited<ReturnType<Histogram['get']>>['values'] {
    const { count, mean } = distribution.summary()
    const bucket = (le: number | string, value: number) => ({
      metricName: `${this.#name}_bucket`,
      labels: { le, ...labels },
      value,
    })
    return [
      ...edges.map((edge) => bucket(Number((edge * unit).toPrecision(12)), distribution.countBelow(edge))),
      bucket('+Inf', count),
      { metricName: `${this.#name}_sum`, labels, value: mean * count * unit },
      { metricName: `${this.#name}_count`, labels, value: count },
    ]
  }
}
