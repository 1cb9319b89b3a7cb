import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  isBuilt,
  mainPath,
  shopPath,
  spawnBlueprint,
  startBlueprint,
} from '../../../test/support/spawn-blueprint.ts'
import type { Finished } from '../../../test/support/spawn-blueprint.ts'

// Real processes: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-server-'))
  await copyFile(shopPath, join(folder, 'shop.json'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]): Promise<Finished> {
  return spawnBlueprint(args, { cwd: folder })
}

describe.skipIf(!isBuilt)('documents from the command line (skipped where nothing is built)', () => {
  test('are imported, listed, undone and exported', async () => {
    expect(await run('doc', 'import', 'shop', 'shop.json')).toMatchObject({
      code: 0,
      stdout: 'stored as revision 1 of shop\n',
    })
    await writeFile(join(folder, 'next.json'), '{"components":[]}\n')
    expect((await run('doc', 'import', 'shop', 'next.json')).stdout).toBe('stored as revision 2 of shop\n')
    expect((await run('doc', 'log', 'shop')).stdout).toMatch(/^2 \S+ local: import\n1 \S+ local: import\n$/)
    expect((await run('doc', 'undo', 'shop')).stdout).toBe('took back revision 2; shop is at revision 3\n')
    expect((await run('doc', 'delete', 'shop')).stdout).toBe(
      'deleted shop; "blueprint doc undo shop" brings it back\n',
    )
    expect(await run('doc', 'export', 'shop')).toMatchObject({
      code: 1,
      stderr: 'error: document "shop" was deleted; undo brings it back\n',
    })
    expect((await run('doc', 'undo', 'shop')).stdout).toBe('took back revision 4; shop is at revision 5\n')
    expect((await run('doc', 'export', 'shop')).stdout).toBe(readFileSync(shopPath, 'utf8'))
    expect(await run('doc', 'export', 'shop', '--revision', '2', '-o', 'out.json')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('{"components":[]}\n')
  })

  test('that cannot be used are refused with what is wrong', async () => {
    expect(await run('doc', 'log', 'none')).toMatchObject({
      code: 1,
      stderr: 'error: there is no document "none"\n',
    })
    expect(await run('doc', 'import', '../x', 'shop.json')).toMatchObject({ code: 64 })
    await writeFile(join(folder, 'bad.json'), '{"components":7}')
    expect(await run('doc', 'import', 'bad', 'bad.json')).toMatchObject({ code: 1 })
    await writeFile(
      join(folder, 'text.db'),
      'this is no database, but it is long enough to look like one\n'.repeat(20),
    )
    const broken = await run('doc', 'log', 'shop', '--store', 'text.db')
    expect(broken).toMatchObject({ code: 64, stdout: '' })
    expect(broken.stderr).toContain('cannot open text.db as a SQLite database')
  })
})

describe.skipIf(!isBuilt)('tokens from the command line (skipped where nothing is built)', () => {
  test('are shown once, listed and removed', async () => {
    const made = await run('token', 'create', '--name', 'ci', '--scope', 'write', '--days', '30')
    expect(made.stdout).toMatch(/^bpt_[0-9a-f]{12}_[\w-]{43}\n$/)
    const listed = await run('token', 'list', '--json')
    const [token] = JSON.parse(listed.stdout) as readonly { readonly id: string }[]
    expect(token).toMatchObject({ name: 'ci', scope: 'write', documents: ['*'] })
    expect(listed.stdout).not.toContain(made.stdout.trim().slice(-20))
    expect(await run('token', 'remove', token!.id)).toMatchObject({ code: 0 })
    expect(await run('token', 'remove', token!.id)).toMatchObject({ code: 1 })
    expect((await run('token', 'list')).stdout).toBe('there are no tokens\n')
    expect(await run('token', 'create', '--name', 'x', '--scope', 'all')).toMatchObject({ code: 64 })
  })
})

describe.skipIf(!isBuilt)('serve (skipped where nothing is built)', () => {
  test('makes its store, says where it is, and ends in order', async () => {
    const server = startBlueprint(['serve', '--port', '0'], { cwd: folder })
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
    const first = String((await lines.next()).value)
    expect(first).toMatch(/^Serving blueprint\.db at http:\/\/127\.0\.0\.1:\d+$/)
    const url = first.split(' at ')[1]!
    const stored = await fetch(`${url}/v1/documents?id=shop`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: readFileSync(shopPath, 'utf8'),
    })
    expect(stored.status).toBe(201)
    const exited = new Promise<number | null>((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    expect(await exited).toBe(0)
    expect((await run('doc', 'log', 'shop')).stdout).toMatch(/^1 \S+ local: import\n$/)
  })

  test('is not open to others without a token', async () => {
    const refused = await run('serve', '--host', '0.0.0.0', '--port', '0')
    expect(refused).toMatchObject({ code: 64 })
    expect(refused.stderr).toContain('blueprint token create')
    expect(await run('serve', '--port', '99999')).toMatchObject({ code: 64 })
    // With one it answers at the address that it prints, whatever else it is called.
    const token = (await run('token', 'create', '--name', 'me', '--scope', 'read')).stdout.trim()
    const args = ['serve', '--host', '0.0.0.0', '--host-name', 'ui.example.com', '--port', '0', '--json']
    const server = startBlueprint(args, { cwd: folder })
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
    const { url } = JSON.parse(line) as { readonly url: string }
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${url}/v1/documents`, { headers })).status
    expect(await ask({})).toBe(401)
    expect(await ask({ authorization: `Bearer ${token}` })).toBe(200)
    server.kill('SIGTERM')
    await once(server, 'exit')
  })
})

describe.skipIf(!isBuilt)('mcp (skipped where nothing is built)', () => {
  test('serves a file to an agent, which changes it', async () => {
    const path = join(folder, 'shop.json')
    const before = readFileSync(path, 'utf8')
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [mainPath, 'mcp', 'shop.json'],
      cwd: folder,
    })
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(transport)
    const call = async (name: string, args: { readonly [key: string]: unknown } = {}): Promise<string> => {
      const { content } = await client.callTool({ name, arguments: args })
      return content.map((part) => (part.type === 'text' ? part.text : '')).join()
    }
    expect(await call('list')).toBe('shop.json (blueprint, revision 1)')
    expect(await call('apply', { command: 'make the header navy', revision: 1 })).toMatch(
      /^applied, revision 2/,
    )
    const after = readFileSync(path, 'utf8')
    expect(after).toContain('#000080')
    // Somebody else changes the file: the agent is told before it does anything.
    await writeFile(path, before)
    expect(await call('apply', { command: 'hide the footer', revision: 2 })).toMatch(/^stale: /)
    expect(await call('undo', { revision: 3 })).toMatch(/^undo of revision 3, now revision 4/)
    expect(readFileSync(path, 'utf8')).toBe(after)
    await client.close()
  })

  test('refuses a file that is no document', async () => {
    await writeFile(join(folder, 'bad.json'), '{"components":7}')
    const refused = await run('mcp', 'bad.json')
    expect(refused).toMatchObject({ code: 64, stdout: '' })
    expect(refused.stderr).toContain('bad.json is no document')
  })
})
