// The spans of one command, caught by an exporter in memory. `npm run example:opentelemetry`
import { readFileSync } from 'node:fs'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { createEngine } from 'blueprint-command-engine'
import { openTelemetryObserver } from '@blueprint-engine/telemetry/opentelemetry'

const exporter = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
const observer = openTelemetryObserver({ tracer: provider.getTracer('example') })

const shop = /** @type {import('blueprint-command-engine').Blueprint} */ (
  JSON.parse(readFileSync(new URL('../shop.json', import.meta.url), 'utf8'))
)
createEngine({ observers: [observer] }).run(shop, 'make the header navy and the logo white')

const spans = exporter.getFinishedSpans()
const root = spans.find(({ name }) => name === 'blueprint.command')
console.log(root?.name, root?.attributes)
for (const { name, parentSpanContext, duration } of spans.filter((span) => span !== root))
  console.log(`  ${name}`, {
    child: parentSpanContext?.spanId === root?.spanContext().spanId,
    micros: duration[1] / 1000,
  })
