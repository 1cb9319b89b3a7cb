import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { createEngine } from 'blueprint-command-engine'
import { countTokens } from 'gpt-tokenizer'
import { expect, test } from 'vitest'
import { local } from '../../src/access/principal.ts'
import { blueprintFormat } from '../../src/format/blueprint-format.ts'
import { createMcpServer } from '../../src/mcp/create-mcp-server.ts'
import { DocumentService } from '../../src/service/document-service.ts'
import { MemoryStore } from '../../src/store/memory-store.ts'
import { componentsOf, screen } from '../support/screen.ts'
import { me, textOf } from '../support/services.ts'

const CARDS = 25

test('looking, previewing and applying costs at least 20 times less than the document there and back', async () => {
  expect(componentsOf(CARDS)).toBeGreaterThanOrEqual(100)
  const engine = createEngine()
  const store = new MemoryStore()
  const service = await DocumentService.create({
    store,
    engine,
    formats: [blueprintFormat(engine)],
    version: '0.0.0',
  })
  // Compact: the cheapest way to send a whole document.
  await service.create({ id: 'shop', text: JSON.stringify(screen(CARDS)) }, me)
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1' })
  await createMcpServer({ service, principal: local, version: '0.0.0' }).connect(theirs)
  await client.connect(ours)

  let tokens = 0
  const call = async (name: string, args: { readonly [key: string]: unknown }): Promise<string> => {
    const { content } = await client.callTool({ name, arguments: args })
    const text = content.map((part) => (part.type === 'text' ? part.text : '')).join()
    tokens += countTokens(JSON.stringify({ name, arguments: args })) + countTokens(text)
    return text
  }
  const before = await textOf(service, 'shop')
  const command = 'make the first card light blue and move it to the end'
  await call('outline', { document: 'shop' })
  const shown = await call('preview', { document: 'shop', command })
  const preview = /preview: (\S+)/.exec(shown)![1]!
  expect(await call('apply', { document: 'shop', command, preview })).toMatch(/^applied, revision 2/)
  const after = await textOf(service, 'shop')

  const whole = countTokens(before) + countTokens(after)
  process.stdout.write(
    `whole documents ${whole} tokens, tools ${tokens} tokens: ${(whole / tokens).toFixed(1)} times less\n`,
  )
  expect(whole / tokens).toBeGreaterThanOrEqual(20)
  await client.close()
})
