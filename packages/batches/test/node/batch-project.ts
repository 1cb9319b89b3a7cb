import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const agentPath = fileURLToPath(new URL('scripted-agent.mjs', import.meta.url))
/** A command line that runs the agent of this folder. */
export const agentCommand: string = `'${process.execPath}' '${agentPath}'`

export interface ItemOptions {
  readonly id: string
  readonly files?: readonly string[]
  readonly dependencies?: readonly string[]
  /** What the scripted agent does. */
  readonly behave?: string
  readonly gates?: readonly string[]
  readonly blueprint?: string
  readonly commands?: readonly string[]
  readonly status?: string
}

/** A repository in a temporary folder, removed when the test is over. */
export class BatchProject {
  readonly root: string = realpathSync(mkdtempSync(join(tmpdir(), 'batch-test-')))

  constructor(files: Readonly<Record<string, string>> = {}) {
    onTestFinished(() => this.remove())
    this.git('init', '--quiet', '--initial-branch=main')
    this.git('config', 'user.name', 'Tester')
    this.git('config', 'user.email', 'tester@example.org')
    this.write({ 'README.md': '# Project\n', ...files })
    this.git('add', '--all')
    this.git('commit', '--quiet', '--message', 'begin')
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 })
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd()
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      writeFileSync(join(this.root, path), text)
    }
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8')
  }

  readJson(path: string): Record<string, unknown> {
    return JSON.parse(this.read(path)) as Record<string, unknown>
  }

  list(path: string): string[] {
    return readdirSync(join(this.root, path)).sort()
  }

  addItems(items: readonly ItemOptions[]): void {
    for (const item of items) this.write({ [`work-items/${item.id}-item.md`]: itemText(item) })
  }

  /** The subjects of the commits after the first, oldest first. */
  history(): string[] {
    return this.git('log', '--reverse', '--format=%s').split('\n').slice(1)
  }

  status(id: string): string {
    return /^status: (.*)$/m.exec(this.read(`work-items/${id}-item.md`))?.[1] ?? ''
  }
}

function itemText({
  id,
  files = [],
  dependencies = [],
  behave = 'well',
  gates = [],
  blueprint,
  commands,
  status = 'pending',
}: ItemOptions): string {
  const list = (name: string, values: readonly string[]): string[] =>
    values.length === 0 ? [`${name}: []`] : [`${name}:`, ...values.map((value) => `  - ${value}`)]
  return [
    '---',
    `prp_id: ${id}`,
    `title: Work of ${id}`,
    `status: ${status}`,
    'complexity: low',
    'estimated_hours: 1',
    `dependencies: [${dependencies.join(', ')}]`,
    ...list('files_modified', files),
    ...(gates.length === 0 ? [] : [`gates: ${JSON.stringify(gates)}`]),
    ...(blueprint === undefined
      ? []
      : [`blueprint: ${blueprint}`, `commands: ${JSON.stringify(commands ?? [])}`]),
    '---',
    '',
    `**Goal**: do ${id}`,
    '',
    `behave: ${behave}`,
    '',
  ].join('\n')
}
