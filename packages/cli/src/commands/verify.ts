import type { Command } from 'commander'
import { createEngine } from 'blueprint-command-engine'
import { exitCodeOfIssues } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { loadDocument } from '../load-document.ts'
import { isReadable } from '../render/answer.ts'
import { outlineOf } from '../render/outline.ts'
import { renderVerification } from '../render/verification.ts'

const EXAMPLES = `
Examples:
  blueprint verify shop.json
  blueprint verify shop.json --json | jq '.issues[].message'

Exit codes: 0 no errors (warnings are allowed), 1 errors, 64 wrong usage
`

export function addVerifyCommand(program: Command, host: Host): void {
  program
    .command('verify')
    .summary('check a document')
    .description(
      'Checks a document against all rules: schema, ids, boxes, overlaps, contrast, target sizes and theme references.',
    )
    .argument('<file>', 'the JSON document; - reads standard input')
    .option('--json', 'print the issues as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: { readonly json?: boolean }) => {
      const document = await loadDocument(host, file)
      if (!document.ok) return refuse(host, document.error)
      const { blueprint } = document.value
      const verified = createEngine().verify(blueprint)
      const { issues } = verified
      host.exitCode = exitCodeOfIssues(issues)
      if (options.json === true) return printJson(host.stdout, { issues })
      const outline = isReadable(verified) ? outlineOf(blueprint) : new Map<string, never>()
      printLines(host.stdout, renderVerification(viewOf(host, host.stdout), issues, outline))
    })
}
