import { resolve } from 'node:path'
import type { Command } from 'commander'
import { approveBatch, findProgram, nextItems, planFromNotes, showLog } from '@blueprint-engine/batches/node'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import { exitCodes } from '../../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../../host.ts'
import type { Host } from '../../host.ts'
import { findingLines } from '../../load-plan.ts'
import { printable } from '../../render/printable.ts'
import { plural } from '../../render/view.ts'
import { absolute, addAgentOptions, agentOf, atLeast, batchIdOf, policyOf } from './batch-options.ts'
import type { AgentOptions } from './batch-options.ts'

interface PlaceOptions {
  readonly root: string
  readonly itemsDir: string
}

/** `batch approve`, `batch logs`, `batch next` and `batch plan`: to see and steer a batch. */
export function addSteerCommands(batch: Command, host: Host): void {
  addApprove(batch, host)
  addLogs(batch, host)
  addNext(batch, host)
  addPlan(batch, host)
}

function addApprove(batch: Command, host: Host): void {
  addPlaceOptions(batch.command('approve'))
    .summary('land accepted work on its branch')
    .description(
      'Lands work that is waiting in refs/batches/ID (after --no-land, or after a rejected landing) on its branch.',
    )
    .argument('<batch>', 'the batch', batchIdOf)
    .option('--onto <branch>', 'target branch (default: the one the batch started from)')
    .addHelpText(
      'after',
      '\nExamples:\n  blueprint batch approve 47\n  blueprint batch approve 47 --onto release\n\nExit codes: 0 it is in the branch, 64 it is not, and why\n',
    )
    .action(async (batchId: string, options: PlaceOptions & { readonly onto?: string }) => {
      const approved = await approveBatch({
        folder: options.root,
        batchId,
        itemsFolder: options.itemsDir,
        ...(options.onto !== undefined && { onto: options.onto }),
      })
      if (!approved.ok) return refuse(host, printable(approved.error))
      printLines(host.stdout, [printable(approved.value)])
    })
}

function addLogs(batch: Command, host: Host): void {
  addPlaceOptions(batch.command('logs'))
    .summary('show the output of an agent')
    .description(
      'Prints the output of the latest attempt at an item, and why the previous attempt was rejected.',
    )
    .argument('<item>', 'the item: PRP-47.2.1')
    .option('-b, --batch <id>', 'its batch, if the id does not contain it', batchIdOf)
    .option('-f, --follow', 'keep printing until the batch ends')
    .addHelpText(
      'after',
      '\nExamples:\n  blueprint batch logs PRP-47.2.1\n  blueprint batch logs 47.2.1 --follow\n\nExit codes: 0 printed, 64 there is none\n',
    )
    .action(
      async (
        item: string,
        options: PlaceOptions & { readonly batch?: string; readonly follow?: boolean },
      ) => {
        const itemId = /^\d/.test(item) ? `PRP-${item}` : item
        const batchId = options.batch ?? /^[A-Za-z]{2,12}-([A-Za-z0-9_-]{1,40})(?:\.|$)/.exec(itemId)?.[1]
        if (batchId === undefined)
          return refuse(host, `${printable(item)} does not contain its batch: pass --batch`)
        const cancel = new AbortController()
        const release = host.onInterrupt?.(() => cancel.abort())
        const shown = await showLog({
          folder: options.root,
          batchId,
          itemsFolder: options.itemsDir,
          itemId,
          follow: options.follow === true,
          write: (text) => host.stdout.write(text.split('\n').map(printable).join('\n')),
          cancel: cancel.signal,
        }).finally(() => release?.())
        if (!shown.ok) return refuse(host, printable(shown.error))
        const { reason, path } = shown.value
        const lines = [...(reason === null ? [] : [`an attempt was not accepted: ${reason}`]), `log: ${path}`]
        printLines(host.stderr, lines.map(printable))
      },
    )
}

function addNext(batch: Command, host: Host): void {
  addPlaceOptions(batch.command('next'))
    .summary('list the items that can start now')
    .description(
      'Lists the items that can start now, longest chain of work first, and what the others wait for.',
    )
    .argument('<batch>', 'the batch', batchIdOf)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch next 47\n\nExit codes: 0 done, 64 wrong usage or no such batch\n',
    )
    .action(async (batchId: string, options: PlaceOptions & { readonly json?: boolean }) => {
      const next = await nextItems({ folder: options.root, batchId, itemsFolder: options.itemsDir })
      if (!next.ok) return refuse(host, printable(next.error))
      const { ready, waiting } = next.value
      if (options.json === true)
        return printJson(host.stdout, {
          ready: ready.map(({ item, chainHours }) => ({ id: item.id, title: item.title, chainHours })),
          waiting: Object.fromEntries(waiting),
        })
      const { palette } = viewOf(host, host.stdout)
      printLines(host.stdout, [
        ...ready.map(
          ({ item, chainHours }) =>
            `${palette.id(printable(item.id))} ${printable(item.title)} ${palette.faint(`(${chainHours} h of work begin with it)`)}`,
        ),
        ...[...waiting].map(([id, before]) =>
          palette.faint(printable(`${id} waits for ${before.join(', ')}`)),
        ),
        ...(ready.length + waiting.size === 0 ? ['Nothing is left to do.'] : []),
      ])
    })
}

interface PlanOptions extends PlaceOptions, AgentOptions {
  readonly from: string
  readonly out: string
  readonly attempts: number
  readonly force?: boolean
}

function addPlan(batch: Command, host: Host): void {
  addAgentOptions(addPlaceOptions(batch.command('plan')))
    .summary('have an agent write a plan from notes')
    .description('Has an agent write a plan from notes in its own checkout, and checks the result.')
    .requiredOption('--from <file>', 'the notes, in any words')
    .option('--out <file>', 'file for the plan', 'PLAN.md')
    .option('--attempts <n>', 'number of attempts to fix errors', atLeast(1), 3)
    .option('--force', 'replace an existing file')
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch plan --from NOTES.md --agent claude\n\nExit codes: 0 the plan is written and sound, 1 no sound plan came, 64 wrong usage\n',
    )
    .action(async (options: PlanOptions) => {
      const agent = agentOf(options)
      if (!agent.ok) return refuse(host, agent.error)
      if (agent.value === null) return refuse(host, 'writing a plan needs an agent: pass one with --agent')
      if ((await findProgram(agent.value.file, options.root)) === null)
        return refuse(
          host,
          `the agent "${printable(agent.value.file)}" is not there, or cannot be run; is it in the PATH?`,
        )
      const notes = await readTextFile(options.from, { stdin: host.stdin, maxBytes: 1_048_576 })
      if (!notes.ok) return refuse(host, printable(describeFileIssue(notes.error)))
      const out = resolve(options.root, options.out)
      const present = await readTextFile(out)
      if (present.ok && options.force !== true)
        return refuse(host, `${printable(options.out)} already exists; --force replaces it`)
      const cancel = new AbortController()
      const release = host.onInterrupt?.(() => cancel.abort())
      const written = await planFromNotes({
        folder: options.root,
        notes: notes.value,
        agent: agent.value,
        model: options.models?.[0] ?? null,
        timeoutMs: policyOf({ ...options, workers: 1 }, agent.value).timeoutMs,
        attempts: options.attempts,
        onAttempt: (attempt) => printLines(host.stderr, [`attempt ${attempt} of ${options.attempts} ...`]),
        cancel: cancel.signal,
      }).finally(() => release?.())
      if (!written.ok) {
        host.exitCode = exitCodes.rejected
        printLines(host.stderr, [printable(written.error)])
        return
      }
      const saved = await writeTextFileAtomic(out, written.value.text)
      if (!saved.ok) return refuse(host, printable(describeFileIssue(saved.error)))
      const view = viewOf(host, host.stdout)
      printLines(host.stdout, [
        ...findingLines(view, written.value.findings, options.out),
        `wrote ${printable(options.out)}: ${plural(written.value.plan.phases.length, 'phase')}`,
      ])
    })
}

function addPlaceOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'the project folder', absolute, process.cwd())
    .option('--items-dir <folder>', 'folder of the work items within the project', 'work-items')
}
