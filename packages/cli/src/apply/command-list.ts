import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { describeFileIssue, readTextFile } from '@blueprint-engine/files'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'

/** A command and the line of the file that it stands on, from 1. */
export interface ListedCommand {
  readonly text: string
  readonly line: number
}

/** More commands than this are no list that anybody wrote. */
const MAX_COMMANDS = 10_000

/** Reads a list of commands, `-` from the standard input: one per line; blank lines, and those that begin with #, say nothing. */
export async function loadCommands(
  host: Host,
  path: string,
): Promise<Result<readonly ListedCommand[], string>> {
  const read = await readTextFile(path, { stdin: host.stdin })
  if (!read.ok) return fail(printable(describeFileIssue(read.error)))
  const commands = commandsIn(read.value)
  const name = path === '-' ? 'standard input' : printable(path)
  if (commands.length === 0) return fail(`${name} contains no commands; expected one per line`)
  if (commands.length > MAX_COMMANDS)
    return fail(`${name} contains ${commands.length} commands; expected at most ${MAX_COMMANDS}`)
  return ok(commands)
}

export function commandsIn(text: string): ListedCommand[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, i) => {
    const command = line.trim()
    return command === '' || command.startsWith('#') ? [] : [{ text: command, line: i + 1 }]
  })
}
