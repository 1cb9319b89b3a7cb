import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Server {
  readonly url: string
  /** Processor time that the server has taken so far, in seconds; null where the system does not tell. */
  cpuSeconds(): number | null
  stop(): Promise<void>
}

/** The service as people start it, without a limit on requests. */
export async function startService(store: string): Promise<Server> {
  const program = 'packages/cli/dist/main.js'
  return start([program, 'serve', '--store', store, '--port', '0', '--rate', '1000000', '--json'])
}

/** Two routes of plain fastify: what there is to compare with. */
export async function startBare(file: string): Promise<Server> {
  return start([fileURLToPath(new URL('bare-server.js', import.meta.url)), file])
}

async function start(args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume()
    return {
      // The first line is its address.
      url: (JSON.parse(line) as { readonly url: string }).url,
      cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
      stop: async () => {
        child.kill('SIGTERM')
        await exited
      },
    }
  }
  throw new Error(`the server ended before it said where it is: ${args.join(' ')}`)
}

/** Ticks of Linux, of which there are 100 a second. */
const TICKS = 100

function cpuSecondsOf(pid: number): number | null {
  try {
    // After the name, which stands in brackets: the 12th and 13th field are the time in the program and in the system.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return null
  }
}
