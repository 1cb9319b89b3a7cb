import { Option } from 'commander'
import type { Command } from 'commander'
import { createEngine } from '../../core/index.ts'
import type { Answer, Step } from '../../core/index.ts'
import { describeFileIssue, writeTextFileAtomic } from '../../node/files.ts'
import type { LogLevel } from '../../node/telemetry/log.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { writeDocument } from '../../node/json-layout.ts'
import { loadDocument, loadSteps } from '../load-document.ts'
import type { LoadedDocument } from '../load-document.ts'
import { renderAnswer } from '../render/answer.ts'
import { printable } from '../render/printable.ts'
import type { View } from '../render/view.ts'
import { startTelemetry } from '../telemetry.ts'

interface RunOptions {
  readonly out?: string
  readonly inPlace?: boolean
  readonly steps?: string
  readonly partial?: boolean
  readonly json?: boolean
  readonly dryRun?: boolean
  readonly explain?: boolean
  readonly log?: LogLevel
  readonly metrics?: string
  readonly redact?: boolean
}

const EXAMPLES = `
Examples:
  blueprint run shop.json "make the header darker"                 show what would change
  blueprint run shop.json "swap the first two cards" --in-place    change the file
  blueprint run shop.json "delete the footer" --out new.json       write the result elsewhere
  blueprint run - "hide the banner" --out - < in.json > out.json   as a filter; the summary goes to stderr
  blueprint run shop.json --steps steps.json --json                structured steps, an answer for programs

Exit codes: 0 applied, 1 rejected or done in part, 2 not clear (lists the candidates),
            64 wrong use or unreadable input, 70 internal error
`

export function addRunCommand(program: Command, host: Host): void {
  program
    .command('run')
    .summary('change a document as a command says')
    .description(
      'Changes a document as a command says and shows what changed, and why. Writes only where told to.',
    )
    .argument('<file>', 'the JSON document; - reads standard input')
    .argument('[command...]', 'what to do, in plain English')
    .option('-o, --out <file>', 'write the resulting document; - writes it to standard output')
    .option('-i, --in-place', 'write the resulting document back to the file')
    .option('--steps <file>', 'a JSON array of structured steps instead of a command')
    .option('--partial', 'do what can be done, even if another part cannot')
    .option('--json', 'print the answer as JSON, with the document in it when --out is -')
    .option('-n, --dry-run', 'write nothing, whatever else is said')
    .option('--explain', 'print every reading and candidate that was weighed')
    .addOption(
      new Option('--log [level]', 'write a JSON line about the command to standard error')
        .choices(['error', 'warn', 'info', 'debug'])
        .preset('info'),
    )
    .option('--metrics <file>', 'append a JSON line about the command: for "blueprint dashboard"')
    .option('--redact', 'leave texts out of log and metrics')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, words: string[], options: RunOptions, self: Command) => {
      refuseContradictions(self, file, words, options)
      const document = await loadDocument(host, file)
      if (!document.ok) return refuse(host, document.error)
      const steps = options.steps === undefined ? null : await loadSteps(host, options.steps)
      if (steps !== null && !steps.ok) return refuse(host, steps.error)
      const command = steps === null ? words.join(' ') : steps.value
      const telemetry = await startTelemetry(options)
      const answer = createEngine({ observers: telemetry.observers }).run(document.value.blueprint, command, {
        partial: options.partial === true,
      })
      host.exitCode = exitCodeOf(answer)
      const target = targetOf(file, options, answer)
      const failure = target === null || target === '-' ? null : await write(target, document.value, answer)
      print(host, {
        file,
        command,
        document: document.value,
        answer,
        options,
        target: failure === null ? target : null,
      })
      if (failure !== null) refuse(host, printable(failure))
      const untold = await telemetry.close()
      if (untold !== null) refuse(host, printable(untold))
    })
}

function refuseContradictions(
  self: Command,
  file: string,
  words: readonly string[],
  options: RunOptions,
): void {
  const { steps, out, inPlace } = options
  if (words.length === 0 && steps === undefined)
    self.error("error: missing argument 'command' (or --steps FILE)")
  if (words.length > 0 && steps !== undefined)
    self.error('error: a command and --steps cannot be given together')
  if (file === '-' && steps === '-')
    self.error('error: the document and the steps cannot both be read from standard input')
  if (inPlace === true && out !== undefined)
    self.error('error: --in-place and --out cannot be given together')
  if (inPlace === true && file === '-') self.error('error: --in-place needs a file, not standard input')
}

/** Where the resulting document goes; null for nowhere. */
function targetOf(file: string, { out, inPlace, dryRun }: RunOptions, { status }: Answer): string | null {
  if (dryRun === true || (status !== 'applied' && status !== 'partial')) return null
  return inPlace === true ? file : (out ?? null)
}

async function write(path: string, document: LoadedDocument, answer: Answer): Promise<string | null> {
  const written = await writeTextFileAtomic(
    path,
    writeDocument(answer.blueprint, answer.json, document.layout),
  )
  return written.ok ? null : describeFileIssue(written.error)
}

interface Outcome {
  readonly file: string
  readonly command: string | readonly Step[]
  readonly document: LoadedDocument
  readonly answer: Answer
  readonly options: RunOptions
  readonly target: string | null
}

function print(host: Host, outcome: Outcome): void {
  const { document, answer, command, options, target } = outcome
  if (options.json === true) return printJson(host.stdout, answerJson(answer, options, target))
  if (target === '-') {
    const text = writeDocument(answer.blueprint, answer.json, document.layout)
    host.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  const output = options.out === '-' ? host.stderr : host.stdout
  const view = viewOf(host, output)
  const parts = { why: true, patches: true, timings: true, trace: options.explain === true }
  const words = typeof command === 'string' ? command : ''
  printLines(output, [
    ...renderAnswer(view, document.blueprint, words, answer, parts),
    ...closingLines(view, outcome),
  ])
}

/** The document itself is part of the JSON only where it was asked for: it may be large, and the patches tell all. */
function answerJson(answer: Answer, options: RunOptions, target: string | null): unknown {
  const { status, confidence, patches, inverse, changed, steps, issues, timings } = answer
  return {
    status,
    confidence,
    patches,
    inverse,
    changed,
    steps,
    issues,
    timings,
    ...(options.explain === true && { trace: answer.trace }),
    ...(target === '-' && { blueprint: answer.blueprint }),
  }
}

function closingLines(view: View, { answer, options, target, file }: Outcome): string[] {
  if (answer.status !== 'applied' && answer.status !== 'partial') return []
  const { faint } = view.palette
  if (target !== null) return target === '-' ? [] : ['', `Written to ${printable(target)}.`]
  if (options.dryRun === true) return ['', faint('A dry run: nothing was written.')]
  if (options.out !== undefined || options.inPlace === true) return []
  const inPlace = file === '-' ? '' : ', --in-place changes the file'
  return ['', faint(`Nothing was written: --out FILE writes the result${inPlace}.`)]
}
