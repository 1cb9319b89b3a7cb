// `npm run batch:load`: what a batch costs beside the work itself, on repositories that are made for it. It checks what came of each
// run and prints the figures as JSON; none of them is judged here, for they depend on the machine.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url))
const shop = readFileSync(new URL('../examples/shop.json', import.meta.url), 'utf8')
const realGit = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()

/** Does as little as an agent can: one file, one result. */
const TRIVIAL = `#!/bin/sh
id=$(sed -n 's/.*"work_item_id": "\\([^"]*\\)".*/\\1/p' "$BLUEPRINT_TASK_DIR/spec.json")
echo "$id" > "$id.txt"
printf '{"work_item_id":"%s","status":"success"}' "$id" > "$BLUEPRINT_TASK_DIR/result.json"
`

/** Counts the git processes that are started by name. */
const COUNTING = `#!/bin/sh
echo x >> "$GIT_COUNT"
exec ${realGit} "$@"
`

/**
 * @typedef {{ root: string, git: (...args: string[]) => string, write: (path: string, text: string) => void }} Project
 */

/**
 * @param {(readonly [string, string])[]} files
 * @returns {Project}
 */
function project(files) {
  const root = mkdtempSync(join(tmpdir(), 'batch-load-'))
  /** @param {string[]} args */
  const git = (...args) =>
    execFileSync(realGit, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Load')
  git('config', 'user.email', 'load@example.org')
  /**
   * @param {string} path
   * @param {string} text
   */
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of files) write(path, text)
  git('add', '--all')
  git('commit', '--quiet', '--message', 'begin')
  write('.git/agent.sh', TRIVIAL)
  chmodSync(join(root, '.git/agent.sh'), 0o755)
  return { root, git, write }
}

/**
 * @param {Project} project
 * @param {number} count
 * @param {(id: string, i: number) => string[]} linesOf
 */
function addItems({ write }, count, linesOf) {
  for (let i = 1; i <= count; i++) {
    const id = `PRP-1.1.${i}`
    write(
      `work-items/${id}-load.md`,
      ['---', `prp_id: ${id}`, `title: Load ${i}`, 'status: pending', ...linesOf(id, i), '---', ''].join(
        '\n',
      ),
    )
  }
}

/**
 * @param {Project} project
 * @param {number} count
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 */
function execute({ root, git }, count, args, env = {}) {
  const startedMs = performance.now()
  const run = spawnSync(process.execPath, [program, 'batch', 'execute', '--batch', '1', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  const ms = performance.now() - startedMs
  const commits = git('log', '--format=%s', 'main')
    .split('\n')
    .filter((line) => line.startsWith('PRP-1.1.'))
  if (run.status !== 0 || commits.length !== count)
    throw new Error(
      `${commits.length} of ${count} items landed, exit code ${run.status}:\n${run.stdout}\n${run.stderr}`,
    )
  rmSync(root, { recursive: true, force: true })
  return ms
}

/** @param {string} id */
const own = (id) => [`files_modified: [${id}.txt]`]

/** @param {number} count */
function engineItems(count) {
  const made = project(
    Array.from({ length: count }, (_, i) => /** @type {const} */ ([`screens/${i + 1}.json`, shop])),
  )
  addItems(made, count, (_id, i) => [`blueprint: screens/${i}.json`, 'commands: ["make the header darker"]'])
  return execute(made, count, [])
}

/**
 * @param {number} count
 * @param {(readonly [string, string])[]} files
 * @param {Record<string, string | undefined>} env
 */
function trivialAgents(count, files = [['README.md', '# Load\n']], env = {}) {
  const made = project(files)
  addItems(made, count, own)
  return execute(made, count, ['--agent', join(made.root, '.git/agent.sh')], env)
}

/**
 * What the agent takes by itself, with the shell that starts it.
 *
 * @param {number} times
 */
function agentAlone(times) {
  const folder = mkdtempSync(join(tmpdir(), 'batch-load-'))
  writeFileSync(join(folder, 'spec.json'), '{\n  "work_item_id": "PRP-1.1.1"\n}')
  writeFileSync(join(folder, 'agent.sh'), TRIVIAL)
  const startedMs = performance.now()
  for (let i = 0; i < times; i++)
    spawnSync('/bin/sh', [join(folder, 'agent.sh')], {
      cwd: folder,
      env: { ...process.env, BLUEPRINT_TASK_DIR: folder },
    })
  rmSync(folder, { recursive: true, force: true })
  return (performance.now() - startedMs) / times
}

function gitProcessesAnItem() {
  const bin = mkdtempSync(join(tmpdir(), 'batch-load-bin-'))
  writeFileSync(join(bin, 'git'), COUNTING)
  chmodSync(join(bin, 'git'), 0o755)
  /** @param {number} items */
  const countOf = (items) => {
    const count = join(bin, `count-${items}`)
    trivialAgents(items, undefined, { PATH: `${bin}:${process.env['PATH']}`, GIT_COUNT: count })
    return readFileSync(count, 'utf8').length / 2
  }
  const [few, many] = [countOf(10), countOf(40)]
  rmSync(bin, { recursive: true, force: true })
  return (many - few) / 30
}

if (!existsSync(program)) throw new Error('the program is not built; run "npm run build"')
/**
 * @param {number} value
 * @param {number} digits
 */
const rounded = (value, digits = 0) => Number(value.toFixed(digits))
/**
 * @param {number} times
 * @param {() => number} run
 */
const best = (times, run) => Math.min(...Array.from({ length: times }, run))
const rounds = Number(process.argv[2] ?? 1)
const alone = agentAlone(50)
const engineMs = best(rounds, () => engineItems(300))
const agentsMs = best(rounds, () => trivialAgents(100))
const largeFiles = Array.from(
  { length: 20_000 },
  (_, i) => /** @type {const} */ ([`src/${i % 200}/file-${i}.ts`, `export const x${i} = ${i}\n`]),
)
const largeMs =
  best(rounds, () => trivialAgents(40, largeFiles)) - best(rounds, () => trivialAgents(10, largeFiles))
console.log(
  JSON.stringify(
    {
      cpus: cpus().length,
      node: process.version,
      engine300Seconds: rounded(engineMs / 1000, 1),
      agents100MsAnItemAboveTheAgent: rounded(agentsMs / 100 - alone),
      agentAloneMs: rounded(alone),
      files20000SecondsAnItem: rounded(largeMs / 30 / 1000, 2),
      gitProcessesAnItem: rounded(gitProcessesAnItem(), 1),
    },
    null,
    2,
  ),
)
