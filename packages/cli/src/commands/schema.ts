import type { Command } from 'commander'
import { blueprintSchema } from 'blueprint-command-engine'
import type { Host } from '../host.ts'

const EXAMPLES = `
Example:
  blueprint schema > blueprint.schema.json
`

export function addSchemaCommand(program: Command, host: Host): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a document')
    .description('Prints the JSON Schema (draft 2020-12) of a document.')
    .addHelpText('after', EXAMPLES)
    .action(() => {
      host.stdout.write(`${JSON.stringify(blueprintSchema(), null, 2)}\n`)
    })
}
