import { Option } from 'commander'
import type { Command } from 'commander'
import { executeBatch, projectFolders, loadItems, selectItems } from '@blueprint-engine/batches/node'
import { hasErrors } from '@blueprint-engine/batches'
import { exitCodes } from '../../exit-codes.ts'
import type { Selection } from '@blueprint-engine/batches/node'
import { printJson, printLines, refuse, viewOf } from '../../host.ts'
import type { Host } from '../../host.ts'
import { findingLines } from '../../load-plan.ts'
import { printable } from '../../render/printable.ts'
import type { View } from '../../render/view.ts'
import {
  addAgentOptions,
  addSharedOptions,
  agentOf,
  atLeast,
  batchIdOf,
  listOf,
  policyOf,
} from './batch-options.ts'
import type { AgentOptions, SharedOptions } from './batch-options.ts'
import { runBatch } from './run-batch.ts'

interface ExecuteOptions extends SharedOptions, AgentOptions {
  readonly batch: string
  readonly stage?: number
  readonly items?: readonly string[]
  readonly resume?: boolean
  readonly dryRun?: boolean
  readonly shareStages?: boolean
  readonly chooseModels?: boolean
  readonly failFast?: boolean
  readonly setup?: string
  readonly onto?: string
  readonly land: boolean
}

const EXAMPLES = `
Examples:
  blueprint batch execute --batch 47                              items that the engine can do itself need no agent
  blueprint batch execute --batch 47 --agent claude --models haiku,sonnet
  blueprint batch execute --batch 47 --agent claude --choose-models   start with the model that past batches support
  blueprint batch execute --batch 47 --agent "node agent.mjs" --workers 2
  blueprint batch execute --batch 47 --items 47.1.1,47.2.1        only these
  blueprint batch execute --batch 47 --resume                     continue after a crash, Ctrl-C or a failure
  blueprint batch execute --batch 47 --dry-run                    show the stages and the reasons

  blueprint batch execute --batch 47 --agent claude --setup "npm ci" --max-cost 20 --rate 30/h
  blueprint batch execute --batch 47 --agent claude --no-land     look at the work first, then "batch approve 47"

Every item is done in a checkout of its own and becomes one commit; the branch gets them when all are through.
Exit codes: 0 all done, 1 something failed or was blocked, 64 wrong usage, 130 interrupted or cancelled
`

export function addExecuteCommand(batch: Command, host: Host): void {
  addAgentOptions(addSharedOptions(batch.command('execute')))
    .summary('run the work items of a batch')
    .description(
      'Runs the work items of a batch, each after its dependencies, and checks the results against git and the gates.',
    )
    .requiredOption('-b, --batch <id>', 'the batch', batchIdOf)
    .option('--stage <n>', 'only this stage', atLeast(1))
    .option('--items <a,b>', 'only these items', listOf)
    .option('--resume', 'continue a previous execution; finished items are not repeated')
    .option('-n, --dry-run', 'show what would be done without doing it')
    .option('--share-stages', 'let items that touch the same file share a stage')
    .addOption(
      new Option(
        '--choose-models',
        'start each item with the cheapest of haiku, sonnet and opus that past batches support',
      ).conflicts('models'),
    )
    .addOption(new Option('--fail-fast', 'the first failure lets nothing new start').conflicts('keepGoing'))
    .option('--keep-going', 'after a failure, continue with everything that does not depend on it (default)')
    .option('--setup <command>', 'run this in each new checkout before work starts: "npm ci"')
    .option('--onto <branch>', 'target branch (default: the current one)')
    .option('--no-land', 'keep the work in refs/batches/ID until "batch approve" lands it')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExecuteOptions) => {
      const agent = agentOf(options)
      if (!agent.ok) return refuse(host, agent.error)
      if (options.dryRun === true) return dryRun(host, options)
      await runBatch(
        host,
        `BATCH ${options.batch}: execute`,
        { json: options.json, isLong: true },
        async ({ cancel, onEvent, setTitles }) =>
          executeBatch({
            folder: options.root,
            batchId: options.batch,
            itemsFolder: options.itemsDir,
            policy: { ...policyOf(options, agent.value), isFailFast: options.failFast === true },
            noLand: !options.land,
            ...(options.onto !== undefined && { onto: options.onto }),
            ...(options.setup !== undefined && { setup: options.setup }),
            agent: agent.value,
            resume: options.resume === true,
            shareStages: options.shareStages === true,
            chooseModels: options.chooseModels === true,
            ...(options.stage !== undefined && { stage: options.stage }),
            ...(options.items !== undefined && { items: options.items }),
            cancel,
            onEvent,
            onPlan: (_analysis, items) => setTitles(new Map(items.map(({ id, title }) => [id, title]))),
          }),
      )
    })
}

async function dryRun(host: Host, options: ExecuteOptions): Promise<void> {
  const folders = await projectFolders(options.root, options.batch, options.itemsDir)
  const loaded = await loadItems(folders.items, options.batch)
  if (!loaded.ok) {
    refuse(host, printable(loaded.error))
    return
  }
  const { findings, elsewhere } = loaded.value
  const selection = selectItems(loaded.value.items, { ...options, done: new Set(), elsewhere })
  if (!selection.ok) {
    refuse(host, printable(selection.error))
    return
  }
  if (hasErrors(findings)) host.exitCode = exitCodes.rejected
  const { analysis, selected, blocked, done } = selection.value
  if (options.json === true) {
    printJson(host.stdout, {
      stages: analysis.stages,
      selected,
      done: [...done],
      blocked: Object.fromEntries(blocked),
      edges: analysis.edges,
      remarks: selection.value.remarks,
      findings,
      refused: loaded.value.refused,
    })
    return
  }
  const view = viewOf(host, host.stdout)
  for (const finding of findings) printLines(host.stdout, findingLines(view, [finding], finding.file))
  printLines(host.stdout, stageLines(view, selection.value))
}

function stageLines(
  { palette }: View,
  { analysis, items, selected, blocked, done, remarks }: Selection,
): string[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const chosen = new Set(selected)
  const stateOf = (id: string): string => {
    if (done.has(id)) return palette.good('done')
    if (!chosen.has(id)) return palette.faint('left out')
    return blocked.has(id) ? palette.bad(`blocked by ${blocked.get(id)!}`) : byId.get(id)!.executor
  }
  return [
    ...analysis.stages.flatMap((ids, i) => [
      palette.title(`Stage ${i + 1} [${i + 1}/${analysis.stages.length}]`),
      ...ids.map((id) => `  ${palette.id(id)} ${printable(byId.get(id)!.title)}: ${stateOf(id)}`),
    ]),
    ...analysis.edges.map(({ why }) => palette.faint(`  ${printable(why)}`)),
    ...remarks.map(printable),
    palette.faint('Dry run: nothing was done.'),
  ]
}
