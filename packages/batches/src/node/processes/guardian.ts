import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { TOKEN_NAME } from './process-token.ts'

/**
 * Reads `+PID` and `-PID` lines. When its input ends without a `bye`, whoever wrote them is gone (kill -9 too): it ends the
 * process groups that are left, and what has left them but still carries a token below the session's ($1). A shell script, for
 * it must be there before anything else and cost nothing. `kill -s KILL -- -PID` is the form that all shells know: dash takes
 * the `--` of `kill -9 -- -PID` for a process.
 */
const SCRIPT = `
groups=" "
while read -r line; do
  case "$line" in
    bye) exit 0 ;;
    +*) groups="$groups\${line#+} " ;;
    -*) rest=""; for g in $groups; do [ "$g" = "\${line#-}" ] || rest="$rest$g "; done; groups=" $rest" ;;
  esac
done
for round in 1 2 3; do
  for g in $groups; do kill -s KILL -- "-$g" 2>/dev/null; done
  [ -n "$1" ] && for p in /proc/[0-9]*; do
    grep -qs "$2=$1[.]" "$p/environ" 2>/dev/null && kill -s KILL "\${p#/proc/}" 2>/dev/null
  done
done
exit 0
`

/** How a guardian is started; tests put another shell in. */
export interface GuardianOptions {
  /** The token of the session: everything that it starts carries one below it. */
  readonly token?: string
  /** Default: `/bin/sh`. */
  readonly shell?: string
}

/** Ends the process groups of a batch should its orchestrator die. On Windows, which has no groups, it does nothing. */
export class Guardian {
  readonly #options: GuardianOptions
  readonly #groups = new Set<number>()
  #child: ChildProcess | null = null
  #isDismissed = false

  constructor(options: GuardianOptions = {}) {
    this.#options = options
    if (process.platform !== 'win32') this.#start()
  }

  /** Over when the guardian is sure to know of the group, whatever becomes of this process. */
  async watch(group: number): Promise<void> {
    this.#groups.add(group)
    await this.#write(`+${group}\n`)
  }

  forget(group: number): void {
    this.#groups.delete(group)
    void this.#write(`-${group}\n`)
  }

  /** Nothing is left to guard. */
  dismiss(): void {
    this.#isDismissed = true
    this.#child?.stdin?.end('bye\n')
  }

  #start(): void {
    const { shell = '/bin/sh', token = '' } = this.#options
    // A group of its own: what ends the orchestrator's group leaves it alive.
    const child = spawn(shell, ['-c', SCRIPT, 'guardian', token, TOKEN_NAME], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
    child.on('error', () => undefined)
    child.stdin.on('error', () => undefined)
    // One that was killed by somebody else is replaced, as long as it starts at all.
    child.on('exit', (code) => {
      if (this.#isDismissed || this.#child !== child || code === 127) return
      this.#start()
    })
    child.unref()
    // Waiting for a word to be written must not keep the process alive either: the pipe is a socket to Node.
    if (child.stdin instanceof Socket) child.stdin.unref()
    this.#child = child
    for (const group of this.#groups) void this.#write(`+${group}\n`)
  }

  /** What is in the pipe is read, even if this process ends right after. */
  async #write(line: string): Promise<void> {
    const input = this.#child?.stdin
    if (input === null || input === undefined || this.#isDismissed || !input.writable) return
    await new Promise<void>((resolve) => {
      input.write(line, () => resolve())
    })
  }
}
