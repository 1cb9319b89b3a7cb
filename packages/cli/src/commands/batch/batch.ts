import type { Command } from 'commander'
import type { Host } from '../../host.ts'
import { addExecuteCommand } from './execute.ts'
import { addGenerateCommand } from './generate.ts'
import { addListCommand } from './list.ts'
import { addReviewCommand } from './review.ts'
import { addSteerCommands } from './steer.ts'
import { addStatusCommands } from './status.ts'
import { addUpdateContextCommand } from './update-context.ts'

const EXAMPLES = `
Examples:
  blueprint batch list
  blueprint batch generate PLAN.md --batch 47
  blueprint batch review --batch 47
  blueprint batch execute --batch 47 --agent claude
  blueprint batch update-context --batch 47
  blueprint batch status 47
  blueprint batch logs PRP-47.2.1 --follow
`

/** `batch`: from a plan to verified work, in four operations. */
export function addBatchCommand(program: Command, host: Host): void {
  const batch = program
    .command('batch')
    .summary('from a plan to verified work')
    .description(
      'Turns a plan into work items, runs them in parallel, reviews them, and updates their files.',
    )
    .addHelpText('after', EXAMPLES)
  addGenerateCommand(batch, host)
  addExecuteCommand(batch, host)
  addReviewCommand(batch, host)
  addUpdateContextCommand(batch, host)
  addListCommand(batch, host)
  addStatusCommands(batch, host)
  addSteerCommands(batch, host)
}
