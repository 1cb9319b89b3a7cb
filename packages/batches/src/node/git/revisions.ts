import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Repository } from './git.ts'

/** A revision like `COMMIT^{tree}` has one line; what could hold another is none. */
const ASKABLE = /^[0-9a-f]{40,64}[^\n]{0,1100}$/

/** Tells what revisions mean, thousands of them from one git that stays. */
export class Revisions {
  readonly #repository: Repository
  readonly #waiting: ((name: string | null) => void)[] = []
  readonly #known = new Map<string, Promise<string | null>>()
  #child: ChildProcess | null = null
  #rest = ''

  constructor(repository: Repository) {
    this.#repository = repository
  }

  /** The full name of what a revision means; null where there is none. It begins with the full name of a commit: it never means anything else. */
  async nameOf(revision: string): Promise<string | null> {
    if (!ASKABLE.test(revision)) return null
    const known = this.#known.get(revision)
    if (known !== undefined) return known
    const asked = new Promise<string | null>((resolve) => {
      this.#waiting.push(resolve)
      this.#start().stdin?.write(`${revision}\n`)
    })
    // What is not there yet may come.
    const found = asked.then((name) => {
      if (name === null) this.#known.delete(revision)
      return name
    })
    this.#known.set(revision, found)
    return found
  }

  close(): void {
    this.#child?.stdin?.end()
    this.#child = null
  }

  #start(): ChildProcess {
    if (this.#child !== null) return this.#child
    const { root, env } = this.#repository
    const child = spawn('git', ['cat-file', '--batch-check=%(objectname)'], {
      cwd: root,
      env: { ...process.env, ...env, LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    child.stdin.on('error', () => undefined)
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#take(text))
    const end = (): void => {
      if (this.#child === child) this.#child = null
      for (const resolve of this.#waiting.splice(0)) resolve(null)
    }
    child.on('error', end)
    child.on('close', end)
    this.#child = child
    return child
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#waiting.shift()?.(/^[0-9a-f]{40,64}$/.test(line) ? line : null)
  }
}
