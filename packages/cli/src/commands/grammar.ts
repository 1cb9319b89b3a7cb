import type { Command } from 'commander'
import { findTopic, describeGrammar } from 'blueprint-command-engine'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { renderEntries, renderOverview } from '../render/grammar.ts'
import { quoted } from '../render/printable.ts'
import type { View } from '../render/view.ts'
import { hang } from '../render/view.ts'

const EXAMPLES = `
Examples:
  blueprint grammar                     everything that can be said, a line each
  blueprint grammar selectors           how components are named
  blueprint grammar colour              a family, a property, a value or any word
  blueprint grammar delete --json       the same as data, with all words

Exit codes: 0 told, 64 nothing is called so
`

export function addGrammarCommand(program: Command, host: Host): void {
  program
    .command('grammar')
    .summary('list what you can say')
    .description(
      'Lists what you can say, with examples for the screens in examples/. Generated from the vocabulary.',
    )
    .argument('[topic...]', 'a section, a family of commands, a property, a value, or any word')
    .option('--json', 'print the grammar as JSON')
    .addHelpText('after', EXAMPLES)
    .action((words: string[], options: { readonly json?: boolean }) => {
      const { sections } = describeGrammar()
      const topic = words.join(' ')
      const view = viewOf(host, host.stdout)
      if (words.length === 0) {
        if (options.json === true) return printJson(host.stdout, { sections })
        return printLines(host.stdout, [...renderOverview(view, sections).slice(1), '', ...closing(view)])
      }
      const answer = findTopic(sections, topic)
      if (!answer.found) return refuse(host, unknownTopic(topic, answer.near))
      if (options.json === true) return printJson(host.stdout, { sections: answer.sections })
      printLines(host.stdout, renderEntries(view, answer.sections).slice(1))
    })
}

function closing(view: View): string[] {
  return hang(view, '', '"blueprint grammar NAME" tells more about a name or a word.', view.palette.faint)
}

function unknownTopic(topic: string, near: readonly string[]): string {
  const hint =
    near.length === 0
      ? '("blueprint grammar" lists all there is)'
      : `(Did you mean ${near.length === 1 ? near[0]! : `${near.slice(0, -1).join(', ')} or ${near.at(-1)!}`}?)`
  return `nothing that can be said is called ${quoted(topic)}\n${hint}`
}
