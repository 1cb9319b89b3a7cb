// An agent that looks, asks before it changes anything, and applies exactly what it showed. It speaks MCP to `blueprint mcp`
// over standard input and output; a person would answer where this one answers for itself.
//   npm run build && node examples/service/careful-agent.mjs
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'blueprint-agent-'))
cpSync(new URL('../shop.json', import.meta.url), join(folder, 'shop.json'))
const program = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url))
const client = new Client({ name: 'careful-agent', version: '1.0.0' })
await client.connect(
  new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', 'shop.json'], cwd: folder }),
)

/** @param {string} name @param {Record<string, unknown>} args */
async function call(name, args = {}) {
  const { content, isError } = await client.callTool({ name, arguments: args })
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('')
  process.stdout.write(`${name}${isError === true ? ' (refused)' : ''}: ${text.split('\n')[0]}\n`)
  return text
}

await call('outline')
// Several cards fit: the tool says which, and the agent says which it means.
await call('preview', { command: 'delete the card' })
const command = 'make the header navy'
const shown = await call('preview', { command })
const wanted = ask(`Shall I? ${command}`)
if (wanted) await call('apply', { command, preview: /preview: (\S+)/.exec(shown)?.[1] })
await call('history')
await client.close()
rmSync(folder, { recursive: true })

/** Here stands the question to a person. @param {string} question */
function ask(question) {
  process.stdout.write(`${question} yes\n`)
  return true
}
