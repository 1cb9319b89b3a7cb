// Two editors on one document, each told of what the other does.
//   npm run build && node examples/service/two-editors.mjs
import { createEngine } from 'blueprint-command-engine'
import { blueprintFormat } from '@blueprint-engine/server'
import { BlueprintClient, BlueprintError } from '@blueprint-engine/server/client'
import { serve } from '@blueprint-engine/server/network'
import { readFileSync } from 'node:fs'

const engine = createEngine()
const formats = [blueprintFormat(engine)]
const server = await serve({ store: 'memory:', engine, formats, version: '0.1.0', port: 0 })
const ann = new BlueprintClient({ url: server.url })
const bob = new BlueprintClient({ url: server.url })

const text = readFileSync(new URL('../shop.json', import.meta.url), 'utf8')
await ann.create(text, { id: 'shop' })
const { revision } = await bob.open('shop')

// Ann changes the header while Bob is still looking at the first revision.
await ann.run('shop', 'make the header navy', { revision })
try {
  await bob.run('shop', 'hide the footer', { revision })
} catch (error) {
  if (!(error instanceof BlueprintError)) throw error
  process.stdout.write(`Bob is told: ${error.problem.kind}, the last revision is ${error.problem.revision}\n`)
}
const rebased = await bob.run('shop', 'hide the footer', { revision, rebase: true })
process.stdout.write(
  `Bob's change is revision ${rebased.revision}, worked out again after ${rebased.rebasedFrom}\n`,
)

// Ann reads on where she was, and takes Bob's change back.
const stop = new AbortController()
for await (const { number, command } of ann.watch('shop', { after: 2, signal: stop.signal })) {
  process.stdout.write(`Ann sees revision ${number}: ${JSON.stringify(command)}\n`)
  stop.abort()
}
const undone = await ann.undo('shop', { revision: 3 })
process.stdout.write(`Ann took back revision ${undone.of}\n`)
await server.close()
