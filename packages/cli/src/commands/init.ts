import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import { exitCodes } from '../exit-codes.ts'
import { printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { absolute } from './batch/batch-options.ts'
import { claudeCodeFiles } from './claude-code-files.ts'

/** Lines that keep what batches need for themselves out of git's sight. */
const IGNORED = '.blueprint/'

/** Adds what git is to ignore to `.gitignore`; the value tells whether anything was missing. */
async function ignoreState(root: string): Promise<Result<boolean, string>> {
  const path = join(root, '.gitignore')
  const present = await readTextFile(path)
  if (!present.ok && present.error.code !== 'file-not-found') return fail(describeFileIssue(present.error))
  const text = present.ok ? present.value : ''
  if (text.split(/\r?\n/).some((line) => /^\/?\.blueprint\/?$/.test(line.trim()))) return ok(false)
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  const written = await writeTextFileAtomic(
    path,
    `${text}${gap}# What batches keep for themselves\n${IGNORED}\n`,
  )
  return written.ok ? ok(true) : fail(describeFileIssue(written.error))
}

interface InitOptions {
  readonly root: string
  readonly force?: boolean
}

const EXAMPLES = `
Examples:
  blueprint init claude-code              write .claude/commands, .claude/agents and a line of .gitignore
  blueprint init claude-code --force      also over files that were changed

Exit codes: 0 written or already there, 1 a file is there with another content, 64 wrong usage
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
      'Writes four slash commands and four agents for Claude Code: thin wrappers around the batch commands.',
    )
    .option('--root <folder>', 'the project folder', absolute, process.cwd())
    .option('-f, --force', 'replace existing files whose content differs')
    .addHelpText('after', EXAMPLES)
    .action(async (options: InitOptions) => {
      const ignored = await ignoreState(options.root)
      if (!ignored.ok) return refuse(host, printable(ignored.error))
      if (ignored.value) printLines(host.stdout, ['wrote .gitignore: .blueprint/'])
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
          printLines(host.stderr, [`kept ${path}: its content differs; --force replaces it`])
          continue
        }
        await mkdir(dirname(target), { recursive: true })
        const written = await writeTextFileAtomic(target, text)
        if (!written.ok) return refuse(host, printable(describeFileIssue(written.error)))
        printLines(host.stdout, [`${present.ok ? 'replaced' : 'wrote'} ${path}`])
      }
    })
}
