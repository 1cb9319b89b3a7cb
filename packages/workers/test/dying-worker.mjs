// The worker, but for commands that kill it: "die once FILE" leaves the file as a mark, "die always" needs none.
import { existsSync, writeFileSync } from 'node:fs'

const built = new URL('../dist/batch-worker.js', import.meta.url)
const worker = /** @type {{ readonly work: (task: object) => unknown }} */ (await import(built.href))

/**
 * @param {{ readonly commands: readonly string[] }} task
 * @returns {unknown}
 */
export function work(task) {
  const commands = task.commands.filter((command) => {
    const [, how, file = ''] = /^die (once|always) ?(.*)$/.exec(command) ?? []
    if (how === undefined || (how === 'once' && existsSync(file))) return how === undefined
    if (how === 'once') writeFileSync(file, '')
    return process.exit(7)
  })
  return worker.work({ ...task, commands })
}
