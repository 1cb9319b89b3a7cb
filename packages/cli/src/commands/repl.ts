import { basename } from 'node:path'
import type { Command } from 'commander'
import { createEngine } from 'blueprint-command-engine'
import { exitCodeOfIssues } from '../exit-codes.ts'
import { printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { loadDocument } from '../load-document.ts'
import { isReadable } from '../render/answer.ts'
import { outlineOf } from '../render/outline.ts'
import { printable } from '../render/printable.ts'
import { renderVerification } from '../render/verification.ts'
import { plural } from '../render/view.ts'
import { converse } from '../repl/conversation.ts'
import { Repl } from '../repl/repl.ts'

const EXAMPLES = `
Examples:
  blueprint repl shop.json
  printf '%s\\n' "hide the banner" ":undo" ":save" | blueprint repl shop.json

Without a terminal the exit code is that of the first line that failed.
`

export function addReplCommand(program: Command, host: Host): void {
  program
    .command('repl')
    .summary('change a document step by step')
    .description(
      'Opens a document and runs commands line by line, with undo, checkpoints and completion. :help lists more.',
    )
    .argument('<file>', 'the JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _options: unknown, self: Command) => {
      if (file === '-') self.error('error: repl needs a file: standard input is where the commands come from')
      const document = await loadDocument(host, file)
      if (!document.ok) return refuse(host, document.error)
      const { blueprint } = document.value
      const engine = createEngine()
      const view = viewOf(host, host.stdout)
      const verified = engine.verify(blueprint)
      if (!isReadable(verified)) {
        host.exitCode = exitCodeOfIssues(verified.issues)
        return printLines(host.stdout, renderVerification(view, verified.issues, new Map()))
      }
      const name = printable(basename(file))
      const isTerminal = host.stdin.isTTY === true && host.stdout.isTTY === true
      if (isTerminal)
        printLines(host.stdout, [
          `${name}: ${plural(outlineOf(blueprint).size, 'component')}; :help lists what there is`,
        ])
      host.exitCode = await converse(new Repl(engine, document.value, file, view), {
        input: host.stdin,
        output: host.stdout,
        isTerminal,
        prompt: `${name}> `,
      })
    })
}
