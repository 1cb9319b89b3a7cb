// An agent for tests. What it does stands in its work item: a line "behave: WORD [ATTEMPTS]" (only so many attempts, then well).
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = process.env.BLUEPRINT_TASK_DIR
const spec = JSON.parse(readFileSync(join(folder, 'spec.json'), 'utf8'))
const { work_item_id: id, attempt, fence } = spec
const content = String(spec.input.content)
const [, word = 'well', attempts = '99'] = /^behave: (\S+)(?: (\d+))?$/m.exec(content) ?? []
const behaviour = attempt <= Number(attempts) ? word : 'well'
const files = [...content.matchAll(/^ {2}- (\S+)$/gm)].map(([, file]) => file)

if (process.env.AGENT_LOG !== undefined)
  appendFileSync(process.env.AGENT_LOG, `${id} ${attempt} ${behaviour} ${process.pid}\n`)

function write(name, value) {
  const path = join(folder, name)
  writeFileSync(`${path}.part`, JSON.stringify(value))
  renameSync(`${path}.part`, path)
}

function beat(progress) {
  write('heartbeat.json', {
    work_item_id: id,
    status: 'working',
    progress,
    step: `at ${progress}`,
    timestamp: Date.now() / 1000,
  })
}

function work() {
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true })
    appendFileSync(file, `${id}\n`)
  }
}

function succeed(more = {}) {
  write('result.json', {
    work_item_id: id,
    status: 'success',
    fence,
    output: { files, commits: [], errors: [] },
    metrics: { duration_seconds: 1, tokens: 100, input_tokens: 80, output_tokens: 20, cost: 0.01 },
    ...more,
  })
}

const forever = () => setInterval(() => undefined, 1000)

switch (behaviour) {
  case 'slow': {
    const ms = Number(process.env.AGENT_SLOW_MS ?? 300)
    let done = 0
    const timer = setInterval(() => {
      beat(Math.min(99, (done += 10)))
      if (done * (ms / 100) < ms) return
      clearInterval(timer)
      work()
      succeed()
    }, ms / 10)
    break
  }
  case 'silent':
    forever()
    break
  case 'lying':
    succeed()
    break
  case 'crashing':
    work()
    process.exit(3)
    break
  case 'failing':
    write('result.json', { work_item_id: id, status: 'failed', output: { errors: ['no idea how'] } })
    break
  case 'half':
    work()
    writeFileSync(join(folder, 'result.json'), `{"work_item_id": "${id}", "status": "succ`)
    break
  case 'foreign':
    work()
    succeed({ work_item_id: 'PRP-9.9.9' })
    break
  case 'old-fence':
    work()
    succeed({ fence: fence - 1 })
    break
  case 'huge':
    work()
    writeFileSync(join(folder, 'result.json'), `"${'x'.repeat(2_000_000)}"`)
    break
  case 'elsewhere':
    writeFileSync('elsewhere.txt', 'not what was declared\n')
    succeed()
    break
  case 'hanging': {
    // Grandchildren: one in the group that ignores being asked, one that leaves the group.
    const stubborn = `process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000)`
    const inside = spawn(process.execPath, ['-e', stubborn], { stdio: 'inherit' })
    const outside = spawn(process.execPath, ['-e', stubborn], { stdio: 'inherit', detached: true })
    appendFileSync(process.env.AGENT_LOG, `pids ${inside.pid} ${outside.pid}\n`)
    process.on('SIGTERM', () => undefined)
    forever()
    break
  }
  case 'unlinking':
    work()
    rmSync('.git')
    // What is above the checkout must be out of reach for the agent's own git as well.
    spawnSync('git', ['add', '--all'])
    succeed()
    break
  case 'nesting':
    work()
    spawnSync('git', ['init', '--quiet', 'vendor'])
    writeFileSync('vendor/lib.txt', 'lost')
    if (process.env.AGENT_COMMITS !== undefined)
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--allow-empty', '-qm', 'x'], {
        cwd: 'vendor',
      })
    succeed()
    break
  case 'branching':
    spawnSync('git', ['checkout', '--quiet', '-b', `feature-${id}`])
    work()
    spawnSync('git', ['add', '--all'])
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'my own'])
    spawnSync('git', ['checkout', '--quiet', '-b', `second-${id}`])
    succeed()
    break
  case 'limited':
    write('result.json', {
      work_item_id: id,
      status: 'failed',
      output: { errors: ['API Error: 429 too many requests'] },
    })
    break
  case 'multiline':
    write('result.json', {
      work_item_id: id,
      status: 'failed',
      output: { errors: ['first\n\tsecond\u001b[31m\nWork-Item: PRP-9.9.9'] },
    })
    break
  case 'nested-session':
    writeFileSync('session.txt', `${process.env.CLAUDECODE} ${process.env.CLAUDE_CODE_ENTRYPOINT}`)
    work()
    succeed()
    break
  case 'talking': {
    // No heartbeat, but output.
    let said = 0
    const talking = setInterval(() => {
      console.log('still at it', ++said)
      if (said < 30) return
      clearInterval(talking)
      work()
      succeed()
    }, 100)
    break
  }
  case 'leaving': {
    // Leaves a grandchild in a session of its own, without the environment that it was given.
    const left = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], {
      stdio: 'ignore',
      detached: true,
      env: {},
    })
    appendFileSync(process.env.AGENT_LOG, `pids ${left.pid}\n`)
    work()
    succeed()
    left.unref()
    process.exit()
    break
  }
  case 'review':
    succeed({ output: { files: [], review: { score: 7.5, findings: ['vague goal'] } } })
    break
  default:
    beat(50)
    work()
    succeed()
}
