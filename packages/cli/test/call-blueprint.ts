import { Readable, Writable } from 'node:stream'
import type { Host, Output } from '../src/host.ts'
import { runCommandLine } from '../src/program.ts'
import type { Finished, SpawnOptions } from '../../../test/support/spawn-blueprint.ts'

interface CallOptions extends Pick<SpawnOptions, 'stdin' | 'env'> {
  /** Columns of the terminal that it writes to; absent: a pipe. */
  readonly terminal?: number
}

class Collected extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/** What `spawnBlueprint` does, without the process: the command line's own code on streams in memory. */
export async function callBlueprint(
  args: readonly string[],
  options: CallOptions = {},
): Promise<Omit<Finished, 'signal'>> {
  const { terminal } = options
  const stdout = Object.assign(
    new Collected(),
    terminal === undefined ? {} : { isTTY: true, columns: terminal },
  )
  const stderr = new Collected()
  const host: Host & { stdout: Output & Collected } = {
    stdin: Readable.from([options.stdin ?? ''], { objectMode: false }),
    stdout,
    stderr,
    env: options.env ?? {},
  }
  await runCommandLine(args, host)
  return { code: Number(host.exitCode ?? 0), stdout: stdout.text, stderr: stderr.text }
}
