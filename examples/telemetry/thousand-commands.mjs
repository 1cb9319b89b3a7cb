// A thousand commands on the example screens, as people might send them: some are misspelled, some are rejected.
import { readFileSync } from 'node:fs'

/** @typedef {import('blueprint-command-engine').Blueprint} Blueprint */
/** @typedef {import('blueprint-command-engine').Engine} Engine */

const SCREENS = ['shop', 'dashboard', 'settings']
const COMMANDS = [
  'make all buttons slightly larger',
  'make the header navy and its texts white',
  'hide the logo',
  'make the first button red, then make it rounder',
  'make the heder darker',
  'delete the second text',
  'polish the experience',
  'move the last button up 4px',
  'set the title to "Welcome"',
  'make every image transparent',
]

/**
 * Each command once more in turn, on each screen in turn; every tenth in a batch.
 *
 * @param {Engine} engine
 */
export function runThousandCommands(engine) {
  const screens = SCREENS.map(
    (name) =>
      /** @type {Blueprint} */ (
        JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), 'utf8'))
      ),
  )
  for (let i = 0; i < 1000; i++) {
    const screen = /** @type {Blueprint} */ (screens[i % screens.length])
    const command = /** @type {string} */ (COMMANDS[i % COMMANDS.length])
    if (i % 100 === 0) engine.batch(screen, [command])
    else engine.run(screen, command)
  }
}
