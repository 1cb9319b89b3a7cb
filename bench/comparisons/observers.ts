// What watching costs a command: nothing when it is off, under 2 us for counting.
import { Writable } from 'node:stream'
import type { Observer } from '../../src/index.ts'
import { logObserver } from '@blueprint-engine/telemetry/log'
import { openTelemetryObserver } from '@blueprint-engine/telemetry/opentelemetry'
import { prometheusMetrics } from '@blueprint-engine/telemetry/prometheus'
import type { Comparison, Variant } from '../alternate.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import { stepsCommand } from '../steps-command.ts'

const SIZE = 20

/** Takes lines and keeps none: what is measured is making them. */
class Nowhere extends Writable {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done()
  }
}

function variant(name: string, observers: (core: Core) => readonly Observer[]): Variant {
  return {
    name,
    prepare: (core) => {
      const engine = core.createEngine({ observers: observers(core) })
      const blueprint = makeDocument(SIZE, 'nested')
      const command = stepsCommand(1, SIZE)
      expectApplied(engine.run(blueprint, command), command)
      expectThat(engine.stats().observerErrors === 0, 'observers that work')
      return { run: () => engine.run(blueprint, command) }
    },
  }
}

export const observerComparisons: readonly Comparison[] = [
  {
    name: `observe/1-step-nested@${SIZE}`,
    variants: [
      variant('off', () => []),
      variant('metrics', (core) => [new core.CommandMetrics()]),
      variant('Prometheus', () => [prometheusMetrics().observer]),
      variant('log line', () => [logObserver({ destination: new Nowhere() })]),
      variant('OpenTelemetry, no provider', () => [openTelemetryObserver()]),
    ],
  },
]
