import type { Observer } from 'blueprint-command-engine'
import type { LogLevel } from '@blueprint-engine/telemetry/log'

export interface TelemetryOptions {
  readonly log?: LogLevel
  readonly metrics?: string
  readonly redact?: boolean
}

export interface Telemetry {
  readonly observers: readonly Observer[]
  /** Writes what is left; says what could not be written. */
  close(): Promise<string | null>
}

/** The observers that the options of a command ask for; their libraries are loaded only then. */
export async function startTelemetry({ log, metrics, redact = false }: TelemetryOptions): Promise<Telemetry> {
  const logger =
    log === undefined
      ? null
      : (await import('@blueprint-engine/telemetry/log')).logObserver({ level: log, redact })
  const file =
    metrics === undefined
      ? null
      : (await import('@blueprint-engine/telemetry')).metricsFile(metrics, { redact })
  return {
    observers: [...(logger === null ? [] : [logger]), ...(file === null ? [] : [file.observer])],
    async close() {
      try {
        await file?.close()
        return null
      } catch (error) {
        return `cannot write the metrics: ${error instanceof Error ? error.message : String(error)}`
      }
    },
  }
}
