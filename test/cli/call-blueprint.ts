import { Readable, Writable } from 'node:stream'
import type { Host, Output } from '../../src/cli/host.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import type { Finished, SpawnOptions } from './spawn-blueprint.ts'

type CallOptions = Pick<SpawnOptions, 'stdin' | 'env'>

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
  const stdout = new Collected()
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
