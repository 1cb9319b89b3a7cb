import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '../../node/files.ts'
import { exitCodes } from '../exit-codes.ts'
import { printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { absolute } from './batch/batch-options.ts'
import { claudeCodeFiles } from './claude-code-files.ts'

interface InitOptions {
  readonly root: string
  readonly force?: boolean
}

const EXAMPLES = `
Examples:
  blueprint init claude-code              write .claude/commands and .claude/agents
  blueprint init claude-code --force      also over files that were changed

Exit codes: 0 written or already there, 1 a file is there with another content, 64 wrong use
`

export function addInitCommand(program: Command, host: Host): void {
  const init = program
    .command('init')
    .summary('set up a project')
    .description('Writes what a project needs to use the batch commands.')
    .addHelpText('after', '\nExample:\n  blueprint init claude-code\n')
  init
    .command('claude-code')
    .summary('slash commands and agents for Claude Code')
    .description(
      'Writes four slash commands and four agents for Claude Code: thin wrappers round the batch commands.',
    )
    .option('--root <folder>', 'the folder of the project', absolute, process.cwd())
    .option('-f, --force', 'replace files that are there with another content')
    .addHelpText('after', EXAMPLES)
    .action(async (options: InitOptions) => {
      for (const [path, text] of Object.entries(claudeCodeFiles)) {
        const target = join(options.root, path)
        const present = await readTextFile(target)
        if (present.ok && present.value === text) {
          printLines(host.stdout, [`unchanged ${path}`])
          continue
        }
        if (!present.ok && present.error.code !== 'file-not-found' && present.error.code !== 'invalid-utf8')
          return refuse(host, printable(describeFileIssue(present.error)))
        if (options.force !== true && (present.ok || present.error.code === 'invalid-utf8')) {
          host.exitCode = exitCodes.rejected
          printLines(host.stderr, [`kept ${path}: it has another content; --force replaces it`])
          continue
        }
        await mkdir(dirname(target), { recursive: true })
        const written = await writeTextFileAtomic(target, text)
        if (!written.ok) return refuse(host, printable(describeFileIssue(written.error)))
        printLines(host.stdout, [`${present.ok ? 'replaced' : 'wrote'} ${path}`])
      }
    })
}
