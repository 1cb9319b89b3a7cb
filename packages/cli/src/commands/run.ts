import { Option } from 'commander'
import type { Command } from 'commander'
import { createEngine } from 'blueprint-command-engine'
import type { Answer, Blueprint, DialectAnswer, Step } from 'blueprint-command-engine'
import { describeFileIssue, writeTextFileAtomic, writeDocument } from '@blueprint-engine/files'
import type { LogLevel } from '@blueprint-engine/telemetry/log'
import { exitCodeOf } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { loadSource, loadSteps } from '../load-document.ts'
import type { LoadedSource } from '../load-document.ts'
import { renderAnswer } from '../render/answer.ts'
import { renderDialectAnswer } from '../render/dialect-answer.ts'
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
  blueprint run page.html "make the title bigger" --in-place       a page, or JSON of another format

Exit codes: 0 applied, 1 rejected or partly applied, 2 ambiguous (lists the candidates),
            64 wrong usage or unreadable input, 70 internal error
`

export function addRunCommand(program: Command, host: Host): void {
  program
    .command('run')
    .summary('apply a command to a document')
    .description(
      'Applies a command to a document and shows what changed, and why. Writes nothing unless asked to.',
    )
    .argument(
      '<file>',
      'the document: a blueprint, a page, or JSON of a known format; - reads standard input',
    )
    .argument('[command...]', 'what to do, in plain English')
    .option('-o, --out <file>', 'write the resulting document; - writes it to standard output')
    .option('-i, --in-place', 'write the resulting document back to the file')
    .option('--steps <file>', 'a JSON array of structured steps instead of a command')
    .option('--partial', 'apply the parts that succeed even if others fail')
    .option('--json', 'print the answer as JSON, including the document if --out is -')
    .option('-n, --dry-run', 'write nothing, regardless of other options')
    .option('--explain', 'print every reading and candidate that was considered')
    .addOption(
      new Option('--log [level]', 'write a JSON line about the command to standard error')
        .choices(['error', 'warn', 'info', 'debug'])
        .preset('info'),
    )
    .option('--metrics <file>', 'append a JSON line about the command: for "blueprint dashboard"')
    .option('--redact', 'omit texts from log and metrics')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, words: string[], options: RunOptions, self: Command) => {
      refuseContradictions(self, file, words, options)
      const document = await loadSource(host, file)
      if (!document.ok) return refuse(host, document.error)
      const steps = options.steps === undefined ? null : await loadSteps(host, options.steps)
      if (steps !== null && !steps.ok) return refuse(host, steps.error)
      const command = steps === null ? words.join(' ') : steps.value
      const telemetry = await startTelemetry(options)
      const answer = createEngine({
        observers: telemetry.observers,
        dialects: document.value.dialects,
      }).run(document.value.source, command, {
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
function targetOf(file: string, { out, inPlace, dryRun }: RunOptions, { status }: AnyAnswer): string | null {
  if (dryRun === true || (status !== 'applied' && status !== 'partial')) return null
  return inPlace === true ? file : (out ?? null)
}

async function write(path: string, document: LoadedSource, answer: AnyAnswer): Promise<string | null> {
  const written = await writeTextFileAtomic(path, textOf(document, answer))
  return written.ok ? null : describeFileIssue(written.error)
}

type AnyAnswer = Answer | DialectAnswer<unknown>

/** The resulting document as the file has it. */
function textOf({ layout }: LoadedSource, { blueprint, json }: AnyAnswer): string {
  return typeof blueprint === 'string' ? blueprint : writeDocument(blueprint, json, layout)
}

interface Outcome {
  readonly file: string
  readonly command: string | readonly Step[]
  readonly document: LoadedSource
  readonly answer: AnyAnswer
  readonly options: RunOptions
  readonly target: string | null
}

function print(host: Host, outcome: Outcome): void {
  const { document, answer, command, options, target } = outcome
  if (options.json === true) return printJson(host.stdout, answerJson(answer, options, target))
  if (target === '-') {
    const text = textOf(document, answer)
    host.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  const output = options.out === '-' ? host.stderr : host.stdout
  const view = viewOf(host, output)
  const parts = { why: true, patches: true, timings: true, trace: options.explain === true }
  const words = typeof command === 'string' ? command : ''
  printLines(output, [
    ...(document.dialects.length > 0 && 'edits' in answer
      ? renderDialectAnswer(view, document.source, words, answer)
      : // What no dialect has taken is a blueprint, or refused as one.
        renderAnswer(view, document.source as Blueprint, words, answer as Answer, parts)),
    ...closingLines(view, outcome),
  ])
}

/** The document itself is part of the JSON only where it was asked for: it may be large, and the patches tell all. */
function answerJson(answer: AnyAnswer, options: RunOptions, target: string | null): unknown {
  const { status, confidence, patches, inverse, changed, steps, issues, timings } = answer
  return {
    status,
    confidence,
    patches,
    inverse,
    ...('edits' in answer && answer.edits.length > 0
      ? { edits: answer.edits, inverseEdits: answer.inverseEdits }
      : {}),
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
  if (options.dryRun === true) return ['', faint('Dry run: nothing was written.')]
  if (options.out !== undefined || options.inPlace === true) return []
  const inPlace = file === '-' ? '' : ', --in-place changes the file'
  return ['', faint(`Nothing was written: --out FILE writes the result${inPlace}.`)]
}
