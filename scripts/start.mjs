// `npm start`: a first look, on a fresh clone too. Shows what a command would do to a document; writes nothing.
//   npm start                              the example shop
//   npm start -- FILE COMMAND [OPTIONS]    a document and a command of your own
import { resolve } from 'node:path'
import { ensure } from './ensure.mjs'
import { runNode } from './run.mjs'

const EXAMPLE = [
  'examples/shop.json',
  'make the first product card red and move it to the top, then make all buttons slightly larger',
]

const given = process.argv.slice(2)
if (given.length === 1 || given[0]?.startsWith('-')) {
  process.stderr.write('usage: npm start [-- FILE COMMAND [OPTIONS]]\n')
  process.exit(2)
}
await ensure()
process.exitCode = await runNode('packages/cli/dist/main.js', [
  'run',
  ...(given.length > 0 ? fromCaller(given) : EXAMPLE),
  '--dry-run',
  '--explain',
])

/**
 * The demo runs in the package's folder; npm was called somewhere, and FILE is meant from there.
 *
 * @param {readonly string[]} args
 */
function fromCaller([file = '-', ...rest]) {
  return [file === '-' ? file : resolve(process.env['INIT_CWD'] ?? process.cwd(), file), ...rest]
}
