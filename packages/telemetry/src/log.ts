import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import type { Observer, Status } from 'blueprint-command-engine'
import { recordOf } from './command-record.ts'
import type { RecordOptions } from './command-record.ts'

export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'silent'

export interface LogOptions extends RecordOptions {
  /** The lowest level that is written; default `info`. */
  readonly level?: LogLevel
  /** Default: the standard error of the process. */
  readonly destination?: DestinationStream
}

/** What went as asked is told, what asks back or was refused is warned of; only a failing engine is an error. */
const LEVELS: Readonly<Record<Status, 'info' | 'warn'>> = {
  applied: 'info',
  partial: 'warn',
  clarify: 'warn',
  rejected: 'warn',
  answered: 'info',
}

/**
 * Writes one JSON line for each command: id, outcome, timings and issues. At level `debug` the patches as well.
 *
 * @example createEngine({ observers: [logObserver({ level: 'warn', redact: true })] })
 */
export function logObserver(options: LogOptions = {}): Observer {
  const logger: Logger = pino(
    { level: options.level ?? 'info', base: null, timestamp: false },
    options.destination ?? pino.destination(2),
  )
  return {
    command(event): void {
      const { answer } = event
      const isBroken = answer.issues.some(({ code }) => code === 'internal')
      const level = isBroken ? 'error' : LEVELS[answer.status]
      if (!logger.isLevelEnabled(level)) return
      const record = recordOf(event, new Date(), options)
      const messages = answer.issues.map(({ message }) => message)
      const detail = {
        ...record,
        ...(options.redact === true ? {} : { messages }),
        ...(logger.isLevelEnabled('debug') && options.redact !== true ? { changes: answer.patches } : {}),
      }
      logger[level](detail, `command ${answer.status}`)
    },
    batch(answer): void {
      logger.info({ commands: answer.answers.length, outcome: answer.status }, `batch ${answer.status}`)
    },
    history({ kind }): void {
      logger.info({ kind }, `history ${kind}`)
    },
  }
}
