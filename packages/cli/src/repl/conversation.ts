import { createInterface } from 'node:readline'
import type { Interface } from 'node:readline'
import { exitCodes } from '../exit-codes.ts'
import { outlineOf } from '../render/outline.ts'
import { complete } from './meta-commands.ts'
import type { Repl } from './repl.ts'

export interface ConversationStreams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** True for line editing, completion and a prompt; false for lines that come from a file or another program. */
  readonly isTerminal: boolean
  readonly prompt: string
}

/**
 * Feeds lines to the interactive mode until they end, and prints what comes back.
 *
 * @returns the exit code: of a terminal 0, or 130 after Ctrl-C; without one that of the first line that failed
 */
export async function converse(repl: Repl, streams: ConversationStreams): Promise<number> {
  const { input, output, isTerminal, prompt } = streams
  const lines = createInterface({
    input,
    ...(isTerminal && { output }),
    terminal: isTerminal,
    prompt,
    completer: (line: string) => complete(line, outlineOf(repl.blueprint).keys()),
  })
  let exitCode = 0
  let hasEnded = false
  const answer = async (line: string): Promise<void> => {
    if (hasEnded) return
    if (!isTerminal && line.trim() !== '') output.write(`${prompt}${line}\n`)
    const reply = await repl.handle(line)
    if (reply.lines.length > 0) output.write(`${reply.lines.join('\n')}\n\n`)
    if (!isTerminal && exitCode === 0) ({ exitCode } = reply)
    if (reply.isEnd === true) {
      hasEnded = true
      lines.close()
    } else if (isTerminal) {
      lines.prompt()
    }
  }
  if (isTerminal) {
    watchInterrupts(lines, output, () => {
      exitCode = exitCodes.interrupted
    })
    lines.prompt()
  }
  await everyLine(lines, answer)
  if (isTerminal && repl.hasUnsavedChanges) output.write('\nleft without saving; :save keeps changes\n')
  return exitCode
}

/** Answers come in the order of the lines, though writing a file takes a while. */
async function everyLine(lines: Interface, answer: (line: string) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let tail = Promise.resolve()
    lines.on('line', (line) => {
      tail = tail.then(async () => answer(line))
      tail.catch(reject)
    })
    lines.on('close', () => {
      tail.then(resolve, reject)
    })
  })
}

/** Ctrl-C clears the line; a second one, or one on an empty line after a hint, ends. */
function watchInterrupts(lines: Interface, output: NodeJS.WritableStream, onEnd: () => void): void {
  let isArmed = false
  lines.on('line', () => {
    isArmed = false
  })
  lines.on('SIGINT', () => {
    if (lines.line !== '') {
      lines.write(null, { ctrl: true, name: 'e' })
      lines.write(null, { ctrl: true, name: 'u' })
      isArmed = true
    } else if (isArmed) {
      onEnd()
      output.write('\n')
      lines.close()
    } else {
      isArmed = true
      output.write('\n(Ctrl-C again, or Ctrl-D, ends)\n')
      lines.prompt()
    }
  })
}
