// Writes src/client/openapi.generated.ts: the types of the client, made from the description that the
// server gives of itself. A test compares the file with what this makes.
//   npm run build && npm run generate:client
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'

const TARGET = new URL('../src/client/openapi.generated.ts', import.meta.url)
const HEAD = '// Written by packages/server/scripts/client-types.mjs (`npm run generate:client`).\n\n'

/**
 * The text of the generated file.
 *
 * @param {object} description what /openapi.json answers
 */
export async function clientTypes(description) {
  // The description is valid: the framework made it from schemas that it compiled.
  const types = await openapiTypes(/** @type {import('openapi-typescript').OpenAPI3} */ (description), {
    defaultNonNullable: false,
  })
  return HEAD + astToString(types)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { createEngine } = await import('blueprint-command-engine')
  const { blueprintFormat } = await import('@blueprint-engine/server')
  const { serve } = await import('@blueprint-engine/server/network')
  const engine = createEngine()
  const formats = [blueprintFormat(engine)]
  const server = await serve({ store: 'memory:', engine, formats, version: '0.1.0', port: 0 })
  const response = await fetch(`${server.url}/openapi.json`)
  const description = /** @type {object} */ (await response.json())
  writeFileSync(TARGET, await clientTypes(description))
  await server.close()
}
