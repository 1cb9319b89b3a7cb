// How a program uses the engine: one command, undo, a session, a search. `npm run build`, then `node examples/library.mjs`.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { applyPatch, createEngine } from 'blueprint-command-engine'

/** @typedef {import('blueprint-command-engine').Blueprint} Blueprint */

const shopText = readFileSync(new URL('shop.json', import.meta.url), 'utf8')
const shop = /** @type {Blueprint} */ (JSON.parse(shopText))
const engine = createEngine()

// One command. The document that went in is never changed; the result shares with it whatever the command did not touch.
const answer = engine.run(shop, 'make the header navy and the logo white')
console.log(answer.status, answer.changed)

// What went wrong, if anything, is part of the answer: which words, why, and what would work.
const unclear = engine.run(shop, 'delete the badge')
console.log(unclear.status, unclear.issues[0]?.candidates)

// The change as JSON Patch (RFC 6902), and the way back.
const restored = applyPatch(answer.blueprint, answer.inverse)
assert.deepEqual(restored, shop)
console.log(`undone by ${answer.inverse.length} patches`)

// A session keeps the document, and the way to every earlier state.
const session = engine.session(shop)
session.run('hide the promo text')
session.checkpoint('quiet')
session.run('make all product cards light yellow, then delete the last one')
session.rollbackTo('quiet')
console.log(session.history.map(({ step, label }) => `${step}. ${label}`))

// Which component do these words mean? And is the document sound?
console.log(engine.find(shop, 'the subscribe button')[0])
console.log(`${engine.verify(session.blueprint).issues.length} issues`)
