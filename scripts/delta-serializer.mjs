// Writes src/serialize/delta-serializer.generated.ts with fast-json-stringify, so that the library is not part of what
// runs: loading it and compiling with it cost 95 ms of every start, and compiling makes code of text, which a strict
// content security policy forbids. A test compares the file with what this makes.
//   npm run generate:serializer
import buildSerializer from 'fast-json-stringify'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const TARGET = new URL('../src/serialize/delta-serializer.generated.ts', import.meta.url)

const text = /** @type {const} */ ({ type: 'string' })

const deltaSchema = /** @type {const} */ ({
  type: 'object',
  properties: {
    patches: {
      type: 'array',
      // The order of the keys is the one in which the engine writes them; a value may be anything.
      items: { type: 'object', properties: { op: text, from: text, path: text, value: {} } },
    },
    changed: {
      type: 'array',
      items: { type: 'object', properties: { id: text, properties: { type: 'array', items: text } } },
    },
    status: text,
  },
})

const START = 'module.exports = '
const END = '(validator, serializer)'

/** The text of the generated file. */
export function deltaSerializerSource() {
  // A text in this mode; the type of the default export does not say so.
  const standalone = String(buildSerializer(deltaSchema, { mode: 'standalone' }))
  const at = standalone.indexOf(START)
  const code = standalone.slice(at + START.length).trimEnd()
  if (at < 0 || !code.endsWith(END))
    throw new Error('fast-json-stringify writes standalone code in another form')
  return `// Written by fast-json-stringify for the schema in scripts/delta-serializer.mjs (\`npm run generate:serializer\`).
// @ts-nocheck

export const buildDeltaSerializer: (validator: null, runtime: object) => (delta: object) => string =
${withoutBlankLines(code.slice(0, -END.length))}
`
}

/** @param {string} code */
function withoutBlankLines(code) {
  return code
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

const [, script] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href)
  writeFileSync(TARGET, deltaSerializerSource())
