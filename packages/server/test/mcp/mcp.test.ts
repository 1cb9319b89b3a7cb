import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createToken } from '../../src/access/token.ts'
import { startApp } from '../support/apps.ts'
import type { TestApp } from '../support/apps.ts'
import { screen } from '../support/screen.ts'
import { me, textOf } from '../support/services.ts'

let server: TestApp
let client: Client
let id = ''
let made = 0

beforeAll(async () => {
  server = await startApp()
  client = await connect(server)
})
afterAll(async () => {
  await client.close()
  await server.app.close()
})
beforeEach(async () => {
  id = `shop-${++made}`
  await server.service.create({ id, text: JSON.stringify(screen(3)) }, me)
})

async function connect({ url }: TestApp, token?: string): Promise<Client> {
  const made = new Client({ name: 'test', version: '1' })
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  await made.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }))
  return made
}

interface Said {
  readonly text: string
  readonly isError: boolean
}

async function call(name: string, args: object = {}, from: Client = client): Promise<Said> {
  const result = await from.callTool({ name, arguments: { document: id, ...args } })
  const [content] = result.content
  return { text: content?.type === 'text' ? content.text : '', isError: result.isError === true }
}

test('an agent lists, looks, previews, applies and undoes', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(
    [
      'list',
      'outline',
      'find',
      'preview',
      'apply',
      'batch',
      'verify',
      'undo',
      'history',
      'explain',
      'grammar',
    ].sort(),
  )
  const listed = await client.callTool({ name: 'list', arguments: {} })
  expect(JSON.stringify(listed.content)).toContain(`${id} (blueprint, revision 1)`)
  expect((await call('outline')).text).toBe(
    [
      `${id} revision 1, 15 components`,
      'header "Store"',
      'grid container products',
      '  3 x card card_1 .. card_3, the first:',
      '    title_1 heading "Trail Shoe"',
      '    price_1 text "$19.00"',
      '    buy_1 button "Add to cart"',
      'footer "All rights reserved"',
    ].join('\n'),
  )
  expect((await call('find', { phrase: 'the second card' })).text).toMatch(/^card_2 /)
  const command = 'make the header yellow'
  const shown = await call('preview', { command })
  expect(shown.text).toMatch(/^would change on revision 1: header background\npreview: [\w-]{22}$/)
  const preview = shown.text.split('preview: ')[1]!
  expect(await call('apply', { command, preview })).toEqual({
    text: 'applied, revision 2: header background',
    isError: false,
  })
  expect((await call('history')).text).toMatch(
    /^2 command "make the header yellow" by local .*\n1 import by tester/,
  )
  expect((await call('undo', { revision: 2 })).text).toBe(
    'undo of revision 2, now revision 3: header background',
  )
  expect(await textOf(server.service, id)).toBe(JSON.stringify(screen(3)))
})

describe('tools', () => {
  test('that are refused say what works', async () => {
    const refused = await call('apply', { command: 'delete the card', rebase: true })
    expect(refused.isError).toBe(true)
    expect(refused.text).toContain('it could be: card_1, card_2, card_3')
    const works = [...refused.text.matchAll(/^this works: (.*)$/gm)].map(([, text]) => text!)
    expect(works.length).toBeGreaterThan(0)
    expect(await call('apply', { command: works[0], rebase: true })).toMatchObject({ isError: false })
  })

  test('tell a stale revision, a stale preview and none', async () => {
    const command = 'make the header red'
    expect(await call('apply', { command })).toMatchObject({
      isError: true,
      text: containing('rebase'),
    })
    expect((await call('apply', { command, revision: 4 })).text).toMatch(/^stale: /)
    expect((await call('apply', { command, preview: 'x' })).text).toMatch(/^preview-stale: /)
    expect((await call('apply', { revision: 1 })).text).toBe('invalid: give either a command or steps')
  })

  test('take steps and batches', async () => {
    const steps = [{ kind: 'set', targets: ['header'], property: 'background', value: '#FFFF00' }]
    expect((await call('apply', { steps, revision: 1 })).text).toBe('applied, revision 2: header background')
    const commands = ['make the footer navy', 'delete the third card']
    expect((await call('batch', { commands, revision: 2 })).text).toMatch(/^applied, revision 3: /)
    expect(await call('batch', { commands: ['make the carousel red'], revision: 3 })).toMatchObject({
      isError: true,
    })
  })

  test('explain, verify and tell what can be said', async () => {
    expect((await call('explain', { command: 'make the header red' })).text).toContain('header (type header)')
    expect(await call('verify')).toMatchObject({ isError: false })
    const topics = await client.callTool({ name: 'grammar', arguments: {} })
    expect(JSON.stringify(topics.content)).toContain('commands: ')
    const hide = await client.callTool({ name: 'grammar', arguments: { topic: 'hide' } })
    expect(JSON.stringify(hide.content)).toContain('hide')
    expect((await client.callTool({ name: 'grammar', arguments: { topic: 'xyzzy' } })).isError).toBe(true)
  })

  test('show a part of a document, or all of it', async () => {
    expect((await call('outline', { under: 'card_2' })).text).toContain('title_2 heading "Rain Jacket"')
    expect((await call('outline', { full: true })).text.split('\n')).toHaveLength(16)
    expect(await call('outline', { under: 'none' })).toMatchObject({ isError: true })
  })

  test('refuse arguments that they do not take', async () => {
    expect(await refusal('outline', { documnt: 'x' })).toContain('must NOT have additional properties')
    expect(await refusal('find', {})).toContain('phrase')
    expect(await refusal('apply', { document: '../../etc/passwd', command: 'x' })).toContain('pattern')
    expect(await refusal('destroy', {})).toContain('destroy')
  })

  async function refusal(name: string, args: { [key: string]: unknown }): Promise<string> {
    try {
      const result = await client.callTool({ name, arguments: args })
      return result.isError === true ? JSON.stringify(result.content) : 'it was done'
    } catch (error) {
      return String(error)
    }
  }
})

test('resources are the document, its outline and its revisions', async () => {
  const read = async (uri: string): Promise<unknown> => (await client.readResource({ uri })).contents[0]
  expect(await read(`blueprint://documents/${id}`)).toMatchObject({
    text: JSON.stringify(screen(3)),
    mimeType: 'application/json',
  })
  expect(await read(`blueprint://documents/${id}/outline`)).toMatchObject({
    text: containing('3 x card'),
  })
  expect(await read(`blueprint://documents/${id}/revisions`)).toMatchObject({
    text: containing('1 import'),
  })
  await expect(read('blueprint://documents/none')).rejects.toThrow('there is no document')
  const { resourceTemplates } = await client.listResourceTemplates()
  expect(resourceTemplates).toHaveLength(3)
  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toContain(`blueprint://documents/${id}/outline`)
})

test('a token allows what it says, and nothing without one', async () => {
  const guarded = await startApp({ needsToken: true, store: server.store, service: server.service })
  const { record, text } = createToken(
    { name: 'reader', scope: 'read', documents: [id], expiresAt: null },
    Date.now(),
  )
  await server.store.addToken(record)
  await expect(connect(guarded)).rejects.toThrow()
  const reader = await connect(guarded, text)
  expect((await call('outline', {}, reader)).isError).toBe(false)
  expect(await call('apply', { command: 'make the header red', revision: 1 }, reader)).toMatchObject({
    isError: true,
    text: containing('forbidden: '),
  })
  expect(await call('outline', { document: 'shop-1' }, reader)).toMatchObject({ isError: true })
  const listed = await reader.callTool({ name: 'list', arguments: {} })
  expect(listed.content).toEqual([{ type: 'text', text: `${id} (blueprint, revision 1)` }])
  await reader.close()
  await guarded.app.close()
})

/** The matcher as what it matches. */
function containing(text: string): unknown {
  return expect.stringContaining(text)
}
