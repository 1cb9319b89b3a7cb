import type { Observer } from '../core/index.ts'
import type { LogLevel } from '../node/telemetry/log.ts'

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
    log === undefined ? null : (await import('../node/telemetry/log.ts')).logObserver({ level: log, redact })
  const file =
    metrics === undefined
      ? null
      : (await import('../node/telemetry/metrics-file.ts')).metricsFile(metrics, { redact })
  return {
    observers: [...(logger === null ? [] : [logger]), ...(file === null ? [] : [file.observer])],
    async close() {
      try {
        await file?.close()
        return null
      } catch (error) {
        return `the metrics could not be written: ${error instanceof Error ? error.message : String(error)}`
      }
    },
  }
}
