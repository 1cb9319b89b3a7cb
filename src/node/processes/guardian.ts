import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/**
 * Reads `+PID` and `-PID` lines. When its input ends without a `bye`, whoever wrote them is gone (kill -9 too): it ends the
 * process groups that are left. A shell script, for it must be there before anything else and cost nothing.
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
for g in $groups; do kill -9 -- "-$g" 2>/dev/null; done
exit 0
`

/** Ends the process groups of a batch should its orchestrator die. On Windows, which has no groups, it does nothing. */
export class Guardian {
  readonly #child: ChildProcess | null

  constructor() {
    if (process.platform === 'win32') {
      this.#child = null
      return
    }
    // A group of its own: what ends the orchestrator's group leaves it alive.
    this.#child = spawn('/bin/sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
    this.#child.on('error', () => undefined)
    this.#child.stdin?.on('error', () => undefined)
    this.#child.unref()
  }

  watch(group: number): void {
    this.#child?.stdin?.write(`+${group}\n`)
  }

  forget(group: number): void {
    this.#child?.stdin?.write(`-${group}\n`)
  }

  /** Nothing is left to guard. */
  dismiss(): void {
    this.#child?.stdin?.end('bye\n')
  }
}
