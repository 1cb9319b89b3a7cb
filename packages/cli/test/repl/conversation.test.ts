import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { detectLayout } from '../../../files/src/node/json-layout.ts'
import { converse } from '../../src/repl/conversation.ts'
import { Repl } from '../../src/repl/repl.ts'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import { plainView } from '../render/plain-view.ts'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const text = readFileSync(new URL('../../../../examples/shop.json', import.meta.url), 'utf8')

/** A terminal: keys go in, and `shows` waits until a text is on the screen that was not there before. */
function terminal() {
  const input = new PassThrough()
  const output = new PassThrough()
  let screen = ''
  let seen = 0
  let wake = (): void => undefined
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString()
    wake()
  })
  const blueprint = JSON.parse(text) as Blueprint
  const repl = new Repl(createEngine(), { blueprint, layout: detectLayout(text) }, 'shop.json', plainView)
  const ended = converse(repl, { input, output, isTerminal: true, prompt: '> ' })
  return {
    ended,
    type: (keys: string) => input.write(keys),
    screen: () => screen,
    shows: async (words: string): Promise<void> =>
      new Promise((resolve) => {
        wake = () => {
          const at = screen.indexOf(words, seen)
          if (at === -1) return
          seen = at + words.length
          wake = () => undefined
          resolve()
        }
        wake()
      }),
  }
}

test('Ctrl-D ends, with a word about what was not saved', async () => {
  const { type, shows, ended, screen } = terminal()
  await shows('> ')
  type('make the header red\r')
  await shows('#FFFFFF → #FF0000')
  await shows('> ')
  type(CTRL_D)
  expect(await ended).toBe(0)
  expect(screen()).toContain('left without saving')
})

test('Ctrl-D after nothing ends silently', async () => {
  const { type, shows, ended, screen } = terminal()
  await shows('> ')
  type(CTRL_D)
  expect(await ended).toBe(0)
  expect(screen()).not.toContain('left without saving')
})

test('what was undone needs no saving', async () => {
  const { type, shows, ended, screen } = terminal()
  type('make the header red\r:undo\r')
  await shows('undone')
  type(CTRL_D)
  expect(await ended).toBe(0)
  expect(screen()).not.toContain('left without saving')
})

test('Ctrl-C clears a line; a second one ends with 130', async () => {
  const { type, shows, ended, screen } = terminal()
  await shows('> ')
  type('delete everything')
  await shows('delete everything')
  type(CTRL_C)
  type('make the header red\r')
  await shows('#FFFFFF → #FF0000')
  expect(screen()).not.toContain('deleted')
  type(CTRL_C)
  await shows('Ctrl-C again')
  type(CTRL_C)
  expect(await ended).toBe(130)
})

test('a line between two interrupts disarms the first', async () => {
  const { type, shows, ended } = terminal()
  await shows('> ')
  type(CTRL_C)
  await shows('Ctrl-C again')
  type(':help\r')
  await shows(':quit')
  type(CTRL_C)
  await shows('Ctrl-C again')
  type(CTRL_D)
  expect(await ended).toBe(0)
})

test('the tabulator completes ids and commands', async () => {
  const { type, shows, ended } = terminal()
  await shows('> ')
  type('delete #subsc\t')
  await shows('ribe_button')
  type('\r')
  await shows('subscribe_button  button "Subscribe"  deleted')
  type(':hist\t')
  await shows('ory')
  type('\r')
  await shows('1  delete #subscribe_button')
  type(':quit\r')
  expect(await ended).toBe(0)
})
