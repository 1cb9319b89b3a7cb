import { SpanStatusCode, context, metrics, trace } from '@opentelemetry/api'
import type { HrTime, Meter, Tracer } from '@opentelemetry/api'
import type { CommandEvent, Observer } from 'blueprint-command-engine'

const SCOPE = 'blueprint-command-engine'
/** The stages of a command in the order they run. */
const CHILDREN = ['decompose', 'execute', 'verify', 'serialize'] as const

export interface OpenTelemetryOptions {
  /** Default: the tracer of the global provider. */
  readonly tracer?: Tracer
  /** Default: the meter of the global provider. */
  readonly meter?: Meter
  /** Whether the words of commands become an attribute: they may hold texts of users. Default false. */
  readonly recordCommands?: boolean
}

/**
 * Tells OpenTelemetry what an engine does: a span `blueprint.command` for each command with one child span for each
 * stage, and the metrics `blueprint.command.duration` (s) and `blueprint.command.issues`. Spans of a command are
 * made after it has ended, with the times that the engine measured; without a registered provider they go nowhere.
 *
 * @example createEngine({ observers: [openTelemetryObserver()] })
 */
export function openTelemetryObserver(options: OpenTelemetryOptions = {}): Observer {
  const tracer = options.tracer ?? trace.getTracer(SCOPE)
  const meter = options.meter ?? metrics.getMeter(SCOPE)
  const durations = meter.createHistogram('blueprint.command.duration', {
    unit: 's',
    description: 'Time of a command, all stages.',
    // A command takes microseconds: the default edges start at milliseconds.
    advice: { explicitBucketBoundaries: Array.from({ length: 17 }, (_, k) => 2 ** k / 1e6) },
  })
  const issues = meter.createCounter('blueprint.command.issues', {
    unit: '{issue}',
    description: 'Findings, by code.',
  })
  return {
    command(event): void {
      const { answer } = event
      durations.record(answer.timings.total / 1e6, { 'blueprint.outcome': answer.status })
      for (const { code, severity } of answer.issues)
        issues.add(1, { 'blueprint.issue.code': code, 'blueprint.issue.severity': severity })
      addSpans(tracer, event, options.recordCommands === true)
    },
  }
}

function addSpans(
  tracer: Tracer,
  { sequence, command, answer }: CommandEvent,
  recordCommands: boolean,
): void {
  const { timings } = answer
  const end = performance.timeOrigin + performance.now()
  const start = end - timings.total / 1000
  const failure = answer.issues.find(({ severity }) => severity === 'error')
  const span = tracer.startSpan('blueprint.command', {
    startTime: hrTime(start),
    attributes: {
      'blueprint.command.sequence': sequence,
      'blueprint.outcome': answer.status,
      'blueprint.intents': answer.steps.map(({ intent }) => intent),
      'blueprint.cache': answer.cache,
      'blueprint.patches': answer.patches.length,
      'blueprint.components.changed': answer.changed.length,
      ...(recordCommands && typeof command === 'string' ? { 'blueprint.command.text': command } : {}),
    },
  })
  const inside = trace.setSpan(context.active(), span)
  let at = start
  for (const stage of CHILDREN) {
    const child = tracer.startSpan(`blueprint.${stage}`, { startTime: hrTime(at) }, inside)
    at += timings[stage] / 1000
    child.end(hrTime(at))
  }
  if (failure !== undefined) {
    span.setAttribute('error.type', failure.code)
    span.setStatus({ code: SpanStatusCode.ERROR, message: failure.code })
  }
  span.end(hrTime(Math.max(at, end)))
}

/** Milliseconds since 1970 as seconds and nanoseconds. */
function hrTime(millis: number): HrTime {
  const seconds = Math.trunc(millis / 1000)
  return [seconds, Math.round((millis - seconds * 1000) * 1e6)]
}
