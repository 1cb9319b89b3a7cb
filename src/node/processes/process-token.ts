import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Every process that a batch starts carries this in its environment, and so does whatever that starts. */
export const TOKEN_NAME = 'BLUEPRINT_BATCH_TOKEN'

/**
 * Processes that carry a token, or one below it (`TOKEN.PART`), however they are related to this one. Only Linux tells the environment of processes; [] on
 * other systems, where groups are all there is.
 */
export function findProcesses(token: string): number[] {
  let names: readonly string[]
  try {
    names = readdirSync('/proc')
  } catch {
    return []
  }
  const wanted = `${TOKEN_NAME}=${token}`
  const isWanted = (entry: string): boolean => entry === wanted || entry.startsWith(`${wanted}.`)
  return names
    .filter((name) => /^\d{1,10}$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).some(isWanted))
    .map(Number)
}

function environmentOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    // It has ended, or belongs to someone else.
    return []
  }
}

/** Ends all processes that carry a token; repeated, since a process may start another while it is being ended. */
export async function endProcesses(token: string): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const found = findProcesses(token)
    if (found.length === 0) return
    for (const pid of found) signalProcess(pid, 'SIGKILL')
    await delay(10)
  }
}

/** @param pid of a process, or minus that of a group */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    // There is no such process any more.
    return false
  }
}

/**
 * When a process was started, as the system counts it: together with the number this tells processes apart whose number is
 * the same. Null where there is no such process, '' where the system does not tell.
 */
export function startOfProcess(pid: number): string | null {
  if (!signalProcess(pid, 0)) return null
  try {
    // The name in brackets may hold blanks; the start is the 22nd field, the 20th behind the name.
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    // A process that has ended and was not collected is gone.
    return fields[0] === 'Z' ? null : (fields[19] ?? '')
  } catch {
    return ''
  }
}
