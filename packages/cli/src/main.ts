#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts'
import { createInterrupts } from './interrupts.ts'
import { runCommandLine } from './program.ts'

// A reader that has seen enough (`| head`) closes the pipe: no fault of anyone.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
}

const interrupts = createInterrupts(process)

try {
  await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    onInterrupt: interrupts,
    get exitCode() {
      return process.exitCode
    },
    set exitCode(code) {
      process.exitCode = code
    },
  })
} catch (error) {
  process.exitCode = exitCodes.internal
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`internal error; please report it:\n${report}\n`)
}
