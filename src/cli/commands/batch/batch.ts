import type { Command } from 'commander'
import type { Host } from '../../host.ts'
import { addExecuteCommand } from './execute.ts'
import { addGenerateCommand } from './generate.ts'
import { addReviewCommand } from './review.ts'
import { addStatusCommands } from './status.ts'
import { addUpdateContextCommand } from './update-context.ts'

/** `batch`: from a plan to verified work, in four operations. */
export function addBatchCommand(program: Command, host: Host): void {
  const batch = program
    .command('batch')
    .summary('from a plan to verified work')
    .description(
      'Turns a plan into work items, does them in parallel, reviews them, and brings their files up to date.',
    )
  addGenerateCommand(batch, host)
  addExecuteCommand(batch, host)
  addReviewCommand(batch, host)
  addUpdateContextCommand(batch, host)
  addStatusCommands(batch, host)
}
