#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts'
import { runCommandLine } from './program.ts'

// A reader that has seen enough (`| head`) closes the pipe: no fault of anyone.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
}
process.once('SIGINT', () => {
  process.exit(exitCodes.interrupted)
})

try {
  await runCommandLine(process.argv.slice(2), process)
} catch (error) {
  process.exitCode = exitCodes.internal
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`internal error, please report it:\n${report}\n`)
}
