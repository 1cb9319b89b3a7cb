import { metrics } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'
import { expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import { openTelemetryObserver } from '../src/opentelemetry.ts'
import { shopScreen } from '../../../test/support/shop-screen.ts'

function spansOf(command: string, recordCommands = false): readonly ReadableSpan[] {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const observer = openTelemetryObserver({ tracer: provider.getTracer('test'), recordCommands })
  const engine = createEngine({ observers: [observer] })
  engine.run(shopScreen(), command)
  expect(engine.stats().observerErrors).toBe(0)
  return exporter.getFinishedSpans()
}

const micros = ([seconds, nanos]: readonly [number, number]): number => seconds * 1e6 + nanos / 1000

test('a command is a span with a child for each stage, one after the other within it', () => {
  const spans = spansOf('hide the logo')
  const root = spans.find(({ name }) => name === 'blueprint.command')!
  const children = spans.filter((span) => span !== root)
  expect(children.map(({ name }) => name)).toEqual([
    'blueprint.decompose',
    'blueprint.execute',
    'blueprint.verify',
    'blueprint.serialize',
  ])
  for (const child of children) expect(child.parentSpanContext?.spanId).toBe(root.spanContext().spanId)
  let at = micros(root.startTime)
  for (const child of children) {
    expect(micros(child.startTime)).toBeGreaterThanOrEqual(at - 1)
    at = micros(child.endTime)
  }
  expect(micros(root.endTime)).toBeGreaterThanOrEqual(at - 1)
  expect(root.attributes).toMatchObject({ 'blueprint.outcome': 'applied', 'blueprint.intents': ['hide'] })
})

test('a refused command is a span with an error and its code', () => {
  const root = spansOf('zork').find(({ name }) => name === 'blueprint.command')!
  expect(root.status.code).toBe(2)
  expect(root.attributes['error.type']).toBe('not-understood')
})

test('the words of a command are told on request only', () => {
  const textOf = (spans: readonly ReadableSpan[]): unknown =>
    spans.find(({ name }) => name === 'blueprint.command')!.attributes['blueprint.command.text']
  expect(textOf(spansOf('hide the logo'))).toBeUndefined()
  expect(textOf(spansOf('hide the logo', true))).toBe('hide the logo')
})

test('durations and issues are metrics', async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 1_000_000 })
  const provider = new MeterProvider({ readers: [reader] })
  const engine = createEngine({ observers: [openTelemetryObserver({ meter: provider.getMeter('test') })] })
  engine.run(shopScreen(), 'hide the logo')
  engine.run(shopScreen(), 'zork')
  await reader.forceFlush()
  const found = exporter.getMetrics()[0]!.scopeMetrics[0]!.metrics
  const byName = new Map(found.map((metric) => [metric.descriptor.name, metric]))
  expect(byName.get('blueprint.command.duration')!.descriptor.unit).toBe('s')
  expect(byName.get('blueprint.command.duration')!.dataPoints).toHaveLength(2)
  expect(byName.get('blueprint.command.issues')!.dataPoints[0]!.attributes).toEqual({
    'blueprint.issue.code': 'not-understood',
    'blueprint.issue.severity': 'error',
  })
  await provider.shutdown()
  metrics.disable()
})
