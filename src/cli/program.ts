import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { addBenchHistoryCommand } from './commands/bench-history.ts'
import { addDashboardCommand } from './commands/dashboard.ts'
import { addAdaptiveCommand } from './commands/adaptive.ts'
import { addDecideCommand } from './commands/decide.ts'
import { addFindCommand } from './commands/find.ts'
import { addMetricsCommand } from './commands/metrics.ts'
import { addGrammarCommand } from './commands/grammar.ts'
import { addBatchCommand } from './commands/batch/batch.ts'
import { addInitCommand } from './commands/init.ts'
import { addPlanCommand } from './commands/plan.ts'
import { addReplCommand } from './commands/repl.ts'
import { addRunCommand } from './commands/run.ts'
import { addSchemaCommand } from './commands/schema.ts'
import { addTokensCommand } from './commands/tokens.ts'
import { addVerifyCommand } from './commands/verify.ts'
import { exitCodes } from './exit-codes.ts'
import { viewOf } from './host.ts'
import type { Host } from './host.ts'

const EXAMPLES = `
Examples:
  blueprint run shop.json "make the first product card red, then make all buttons slightly larger"
  blueprint find shop.json "the cart button"
  blueprint repl shop.json
  blueprint grammar colour

"blueprint help COMMAND" tells more about a command.
`

/** Runs one command line; the exit code is left in the host. */
export async function runCommandLine(args: readonly string[], host: Host): Promise<void> {
  try {
    await createProgram(host).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version that were asked for end with 0; whatever else the parser ends is wrong use.
    host.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage
  }
}

function createProgram(host: Host): Command {
  const { palette } = viewOf(host, host.stdout)
  const program = new Command('blueprint')
    .description('Natural-language command and JSON UI document in; a verified, undoable change out.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .showHelpAfterError('("blueprint --help" lists commands and examples)')
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => viewOf(host, host.stdout).columns,
      getErrHelpWidth: () => viewOf(host, host.stderr).columns,
    })
    .configureHelp({ styleTitle: palette.title })
    .addHelpText('after', EXAMPLES)
  addRunCommand(program, host)
  addFindCommand(program, host)
  addVerifyCommand(program, host)
  addGrammarCommand(program, host)
  addReplCommand(program, host)
  addSchemaCommand(program, host)
  addTokensCommand(program, host)
  addDashboardCommand(program, host)
  addBenchHistoryCommand(program, host)
  addAdaptiveCommand(program, host)
  addMetricsCommand(program, host)
  addDecideCommand(program, host)
  addPlanCommand(program, host)
  addBatchCommand(program, host)
  addInitCommand(program, host)
  return program
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  // The package's own file.
  return (JSON.parse(text) as { readonly version: string }).version
}
