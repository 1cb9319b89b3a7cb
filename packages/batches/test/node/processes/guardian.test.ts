import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../../../../test/support/spawn-blueprint.ts'

const dist = `${packageRoot}packages/batches/dist/node/index.js`
const shells = ['/bin/sh', '/bin/dash', '/bin/bash'].filter((shell) => existsSync(shell))

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'batches-guardian-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Running, and not just waiting to be collected. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Processes of a group that run. */
function membersOf(group: number): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isRunning(Number(name)))
    .filter((name) => {
      try {
        const [, , found] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')
        return Number(found) === group
      } catch {
        return false
      }
    })
}

const TOKEN = 'f'.repeat(16) + String(process.pid).padStart(8, '0')

/** Processes that carry the token of these tests. */
function withToken(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isRunning(Number(name)))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'utf8').includes(`=${TOKEN}.`)
      } catch {
        return false
      }
    })
}

/** An orchestrator that starts a group under guard, tells its number, and does what `then` says. */
async function orchestrator(shell: string, program: string, then: string): Promise<string> {
  const folder = createFolder()
  const script = `
    import { Guardian, startGroup } from ${JSON.stringify(dist)}
    import { existsSync } from 'node:fs'
    import { setTimeout as delay } from 'node:timers/promises'
    const token = ${JSON.stringify(TOKEN)}
    const guardian = new Guardian({ shell: ${JSON.stringify(shell)}, token })
    const group = startGroup({ file: '/bin/sh', args: ['-c', ${JSON.stringify(program)}], cwd: ${JSON.stringify(folder)}, env: {}, input: '', token: token + '.1', logPath: ${JSON.stringify(join(folder, 'log'))}, guardian })
    const sees = async (name) => {
      while (!existsSync(${JSON.stringify(folder)} + '/' + name)) await delay(10)
    }
    console.log(group.pid)
    ${then}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  return `${output.trim()} ${existsSync(join(folder, 'began')) ? 'began' : 'never began'}`
}

describe.skipIf(process.platform !== 'linux' || !existsSync(dist))(
  'an orchestrator that is killed leaves nothing running (needs Linux and dist/, which npm test builds)',
  () => {
    test.each(shells)(
      'with %s as the guardian: a group, and what has left it',
      { timeout: 60_000 },
      async (shell) => {
        const program = 'touch began; env -i sleep 300 & setsid sleep 300 & echo $! > left; exec sleep 300'
        const told = await orchestrator(
          shell,
          program,
          "await sees('left')\nprocess.kill(process.pid, 'SIGKILL')",
        )
        expect(told).toMatch(/^\d+ began$/)
        const pid = Number(told.split(' ')[0])
        await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
        // What carries no token is in the group.
        await expect.poll(() => membersOf(pid), { timeout: 10_000 }).toEqual([])
        // What left the group carries the token of the session.
        await expect.poll(() => withToken(), { timeout: 10_000 }).toEqual([])
      },
    )

    test('right after it started a group: that never begins, or is ended', { timeout: 120_000 }, async () => {
      for (let round = 0; round < 5; round++) {
        const told = await orchestrator(
          '/bin/sh',
          'touch began; exec sleep 300',
          "process.kill(process.pid, 'SIGKILL')",
        )
        const pid = Number(told.split(' ')[0])
        await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
      }
    })
  },
)
