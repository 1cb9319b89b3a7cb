import type { Command } from 'commander'
import { analyseDependencies, hasErrors, hoursText } from '@blueprint-engine/batches'
import type { Analysis, Plan } from '@blueprint-engine/batches'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { findingLines, loadPlan } from '../load-plan.ts'
import { printable } from '../render/printable.ts'
import { plural } from '../render/view.ts'
import type { View } from '../render/view.ts'

const EXAMPLES = `
Examples:
  blueprint plan check PLAN.md
  blueprint plan check PLAN.md --json | jq '.findings[].message'

Exit codes: 0 sound, 1 errors, 64 wrong usage or unreadable file
`

export function addPlanCommand(program: Command, host: Host): void {
  const plan = program
    .command('plan')
    .summary('check plans of work')
    .description('Works with plans: Markdown files of phases.')
    .addHelpText('after', '\nExample:\n  blueprint plan check PLAN.md\n')
  plan
    .command('check')
    .summary('check a plan and list every error')
    .description(
      'Reads a plan, lists every error with its line, and shows in which stages its phases would run, and why.',
    )
    .argument('<file>', 'the plan; - reads standard input')
    .option('--json', 'print phases, findings and stages as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: { readonly json?: boolean }) => {
      const read = await loadPlan(host, file)
      if (!read.ok) return refuse(host, read.error)
      const { plan: found, findings } = read.value
      const isSound = !hasErrors(findings)
      host.exitCode = isSound ? 0 : exitCodes.rejected
      const analysis = isSound ? analysisOf(found) : null
      if (options.json === true) {
        const phases = found.phases.map(({ source: _source, ...phase }) => phase)
        return printJson(host.stdout, {
          title: found.title,
          batchId: found.batchId,
          phases,
          findings,
          stages: analysis?.stages ?? null,
          edges: analysis?.edges ?? [],
        })
      }
      const view = viewOf(host, host.stdout)
      printLines(host.stdout, [
        ...findingLines(view, findings, file === '-' ? 'standard input' : file),
        ...(analysis === null
          ? [`${plural(findings.length, 'finding')}; ${plural(found.phases.length, 'phase')} read`]
          : soundLines(view, found, analysis)),
      ])
    })
}

function analysisOf(plan: Plan): Analysis | null {
  const analysed = analyseDependencies(
    plan.phases.map(({ number, dependencies, files }) => ({
      id: `Phase ${number}`,
      dependencies: dependencies.map(({ phase }) => `Phase ${phase}`),
      files,
    })),
  )
  return analysed.ok ? analysed.value : null
}

function soundLines({ palette }: View, plan: Plan, { stages, edges, isShortest }: Analysis): string[] {
  const byId = new Map(plan.phases.map((phase) => [`Phase ${phase.number}`, phase]))
  return [
    `${palette.good('sound')}: ${plural(plan.phases.length, 'phase')} in ${plural(stages.length, 'stage')}${isShortest ? '' : ' (there may be a way with fewer)'}`,
    ...stages.flatMap((ids, i) => [
      palette.title(`Stage ${i + 1}`),
      ...ids.map(
        (id) =>
          `  ${palette.id(id)} ${printable(byId.get(id)!.title)} ${palette.faint(`(${hoursText(byId.get(id)!.hours)} h)`)}`,
      ),
    ]),
    ...edges.filter(({ kind }) => kind === 'file').map(({ why }) => palette.faint(`  ${printable(why)}`)),
  ]
}
