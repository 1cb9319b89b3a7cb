import { Command, CommanderError } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { refuse, viewOf } from './host.ts'
import type { Host } from './host.ts'
import { printable } from './render/printable.ts'
import { readVersion } from './version.ts'

const EXAMPLES = `
Examples:
  blueprint run shop.json "make the first product card red, then make all buttons slightly larger"
  blueprint find shop.json "the cart button"
  blueprint repl shop.json
  blueprint grammar colour

Run "blueprint help COMMAND" for details of a command.
`

type AddCommand = (program: Command, host: Host) => void

/**
 * Every command, in the order of the help. A command line loads its own command alone, which saves up to 0.4 s of CPU; help, and
 * names that are none, need all.
 */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import('./commands/run.ts')).addRunCommand,
  apply: async () => (await import('./commands/apply.ts')).addApplyCommand,
  convert: async () => (await import('./commands/convert.ts')).addConvertCommand,
  find: async () => (await import('./commands/find.ts')).addFindCommand,
  verify: async () => (await import('./commands/verify.ts')).addVerifyCommand,
  grammar: async () => (await import('./commands/grammar.ts')).addGrammarCommand,
  repl: async () => (await import('./commands/repl.ts')).addReplCommand,
  schema: async () => (await import('./commands/schema.ts')).addSchemaCommand,
  plan: async () => (await import('./commands/plan.ts')).addPlanCommand,
  batch: async () => (await import('./commands/batch/batch.ts')).addBatchCommand,
  metrics: async () => (await import('./commands/metrics.ts')).addMetricsCommand,
  decide: async () => (await import('./commands/decide.ts')).addDecideCommand,
  tokens: async () => (await import('./commands/tokens.ts')).addTokensCommand,
  adaptive: async () => (await import('./commands/adaptive.ts')).addAdaptiveCommand,
  dashboard: async () => (await import('./commands/dashboard.ts')).addDashboardCommand,
  'bench-history': async () => (await import('./commands/bench-history.ts')).addBenchHistoryCommand,
  serve: async () => (await import('./commands/serve.ts')).addServeCommand,
  mcp: async () => (await import('./commands/mcp.ts')).addMcpCommand,
  doc: async () => (await import('./commands/doc.ts')).addDocCommand,
  token: async () => (await import('./commands/token.ts')).addTokenCommand,
  init: async () => (await import('./commands/init.ts')).addInitCommand,
}

/** Runs one command line; the exit code is left in the host. */
export async function runCommandLine(args: readonly string[], host: Host): Promise<void> {
  try {
    const program = await createProgram(args, host)
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    // Help and version that were asked for end with 0; whatever else the parser ends is wrong use.
    if (error instanceof CommanderError) host.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage
    else await refuseWhatTheSystemRefuses(host, error)
  }
}

/** A folder that may not be written, a full disk: whoever called can mend it. Any other error is thrown again. */
async function refuseWhatTheSystemRefuses(host: Host, error: unknown): Promise<void> {
  const { describeFileIssue, refusalOfSystem } = await import('@blueprint-engine/files')
  const issue = refusalOfSystem(error)
  if (issue === null) throw error
  refuse(host, printable(describeFileIssue(issue)))
}

async function createProgram(args: readonly string[], host: Host): Promise<Command> {
  const { palette } = viewOf(host, host.stdout)
  const program = new Command('blueprint')
    .description('Natural-language command and JSON UI document in; a verified, undoable change out.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => viewOf(host, host.stdout).columns,
      getErrHelpWidth: () => viewOf(host, host.stderr).columns,
    })
    .configureHelp({ styleTitle: palette.title })
    .addHelpText('after', EXAMPLES)
  const [first = ''] = args
  const named = Object.hasOwn(COMMANDS, first) ? [COMMANDS[first]!] : Object.values(COMMANDS)
  const isOnlyVersion = first === '-V' || first === '--version'
  for (const add of await Promise.all(isOnlyVersion ? [] : named.map(async (load) => load())))
    add(program, host)
  pointToHelp(program, 'blueprint')
  return program
}

/** A wrong use is answered with where its own help stands. */
function pointToHelp(command: Command, name: string): void {
  const shown = command.commands.length > 0 ? 'lists commands and examples' : 'shows options and examples'
  command.showHelpAfterError(`("${name} --help" ${shown})`)
  for (const each of command.commands) pointToHelp(each, `${name} ${each.name()}`)
}
