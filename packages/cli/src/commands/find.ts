import type { Command } from 'commander'
import { createEngine } from 'blueprint-command-engine'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { loadDocument } from '../load-document.ts'
import { isReadable } from '../render/answer.ts'
import { renderMatches } from '../render/matches.ts'
import { outlineOf } from '../render/outline.ts'
import { quoted } from '../render/printable.ts'
import { renderVerification } from '../render/verification.ts'

const EXAMPLES = `
Examples:
  blueprint find shop.json "the second product card"
  blueprint find shop.json "buttons in the hero" --json

Exit codes: 0 found, 1 nothing fits or the document is not valid, 64 wrong usage
`

export function addFindCommand(program: Command, host: Host): void {
  program
    .command('find')
    .summary('show which components a phrase means')
    .description('Shows which components a phrase means, best first, and why.')
    .argument('<file>', 'the JSON document; - reads standard input')
    .argument('<phrase...>', 'for example "the last button"')
    .option('--json', 'print the matches as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, words: string[], options: { readonly json?: boolean }) => {
      const document = await loadDocument(host, file)
      if (!document.ok) return refuse(host, document.error)
      const { blueprint } = document.value
      const engine = createEngine()
      const phrase = words.join(' ')
      const matches = engine.find(blueprint, phrase)
      host.exitCode = matches.length > 0 ? 0 : exitCodes.rejected
      if (options.json === true) return printJson(host.stdout, matches)
      const view = viewOf(host, host.stdout)
      if (matches.length > 0)
        return printLines(host.stdout, renderMatches(view, matches, outlineOf(blueprint)))
      const verified = engine.verify(blueprint)
      if (!isReadable(verified))
        return printLines(host.stdout, renderVerification(view, verified.issues, new Map()))
      printLines(host.stdout, [`nothing matches ${quoted(phrase)}`])
    })
}
