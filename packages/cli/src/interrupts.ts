import { exitCodes } from './exit-codes.ts'
import type { Host } from './host.ts'

/** What else asks for an end: to be told to, and a terminal that is closed. */
const ORDERLY = ['SIGTERM', 'SIGHUP'] as const

/**
 * Ctrl-C ends the process at once, unless a command has things to end in order: then that is called, and a second Ctrl-C ends
 * the process.
 */
export function createInterrupts(host: NodeJS.Process): NonNullable<Host['onInterrupt']> {
  const listeners = new Set<() => void>()
  let isAsked = false
  const interrupt = (): void => {
    if (listeners.size === 0 || isAsked) host.exit(exitCodes.interrupted)
    isAsked = true
    for (const listener of listeners) listener()
  }
  host.on('SIGINT', interrupt)
  return (listener) => {
    // These are left to the system while there is nothing to put in order.
    if (listeners.size === 0) for (const signal of ORDERLY) host.on(signal, interrupt)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) for (const signal of ORDERLY) host.off(signal, interrupt)
    }
  }
}
