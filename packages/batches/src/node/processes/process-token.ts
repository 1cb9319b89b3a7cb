import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Every process that a batch starts carries this in its environment, and so does whatever that starts. */
export const TOKEN_NAME = 'BLUEPRINT_BATCH_TOKEN'

/**
 * Processes that carry a token, or one below it (`TOKEN.PART`), however they are related to this one; with a folder also those
 * that work in it, whatever they carry. Only Linux tells the environment and folder of processes; [] on other systems, where
 * groups are all there is.
 */
export function findProcesses(token: string, folder?: string): number[] {
  let names: readonly string[]
  try {
    names = readdirSync('/proc')
  } catch {
    return []
  }
  const wanted = `${TOKEN_NAME}=${token}`
  return names
    .filter((name) => /^\d{1,10}$/.test(name) && Number(name) !== process.pid)
    .filter((name) => carries(name, wanted) || (folder !== undefined && worksIn(name, folder)))
    .map(Number)
}

function carries(pid: string, wanted: string): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1')
    for (let at = environment.indexOf(wanted); at !== -1; at = environment.indexOf(wanted, at + 1)) {
      const end = environment[at + wanted.length]
      if ((at === 0 || environment[at - 1] === '\0') && (end === '\0' || end === '.' || end === undefined))
        return true
    }
    return false
  } catch {
    // It has ended, or belongs to someone else.
    return false
  }
}

function worksIn(pid: string, folder: string): boolean {
  try {
    const place = readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '')
    return place === folder || place.startsWith(`${folder}/`)
  } catch {
    return false
  }
}

/** Ends all processes that carry a token or work in a folder; repeated, since a process may start another while it is being ended. */
export async function endProcesses(token: string, folder?: string): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const found = findProcesses(token, folder)
    if (found.length === 0) return
    for (const pid of found) signalProcess(pid, 'SIGKILL')
    await delay(10)
  }
}

/** What a process was started with; '' where the system does not tell, or there is none. */
export function commandLineOf(pid: number | string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').slice(0, 10_000)
  } catch {
    return ''
  }
}

/** Whether another process was started with the same words, in the same folder, one above or one below. */
export function hasLookalike({
  commandLine,
  cwd,
}: {
  readonly commandLine: string
  readonly cwd: string
}): boolean {
  let names: readonly string[]
  try {
    names = readdirSync('/proc')
  } catch {
    return false
  }
  return names.some((name) => {
    if (!/^\d{1,10}$/.test(name) || Number(name) === process.pid || commandLineOf(name) !== commandLine)
      return false
    try {
      const place = readlinkSync(`/proc/${name}/cwd`)
      return `${place}/`.startsWith(`${cwd}/`) || `${cwd}/`.startsWith(`${place}/`)
    } catch {
      return false
    }
  })
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
