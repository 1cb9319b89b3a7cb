import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '../../src/node/files.ts'

const onWindows = process.platform === 'win32'
const isRoot = process.getuid?.() === 0

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-files-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'input.json')
  await writeFile(path, content)
  return path
}

async function* chunksOf(...chunks: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks
}

describe('readTextFile', () => {
  test('reads text with characters of every length', async () => {
    const text = '{"text":"añ€😀"}\n'
    expect(await readTextFile(await fileOf(text))).toEqual({ ok: true, value: text })
  })

  test('reads an empty file as the empty text', async () => {
    expect(await readTextFile(await fileOf(''))).toEqual({ ok: true, value: '' })
  })

  test('reads a file of several chunks whose border cuts a character', async () => {
    const text = 'x' + '€'.repeat(100_000)
    expect(await readTextFile(await fileOf(text))).toEqual({ ok: true, value: text })
  })

  test('drops a byte order mark', async () => {
    expect(await readTextFile(await fileOf('\uFEFF{}'))).toEqual({ ok: true, value: '{}' })
  })

  test('accepts exactly maxBytes and refuses one byte more', async () => {
    const path = await fileOf('12345')
    expect(await readTextFile(path, { maxBytes: 5 })).toEqual({ ok: true, value: '12345' })
    expect(await readTextFile(path, { maxBytes: 4 })).toEqual({
      ok: false,
      error: { code: 'file-too-large', path, maxBytes: 4 },
    })
  })

  test('counts bytes, not characters', async () => {
    const path = await fileOf('€€')
    expect(await readTextFile(path, { maxBytes: 5 })).toMatchObject({ error: { code: 'file-too-large' } })
    expect(await readTextFile(path, { maxBytes: 6 })).toEqual({ ok: true, value: '€€' })
  })

  test.skipIf(onWindows)('stops at the limit where the size is not stated', async () => {
    const result = await readTextFile('/dev/zero', { maxBytes: 1000 })
    expect(result).toMatchObject({ ok: false, error: { code: 'file-too-large', maxBytes: 1000 } })
  })

  test('refuses a directory', async () => {
    expect(await readTextFile(folder)).toEqual({ ok: false, error: { code: 'is-a-directory', path: folder } })
  })

  test('refuses a missing file', async () => {
    const path = join(folder, 'missing.json')
    expect(await readTextFile(path)).toEqual({ ok: false, error: { code: 'file-not-found', path } })
  })

  test.each([
    ['a lone continuation byte', [0x7b, 0x80, 0x7d]],
    ['a cut character at the end', [0x7b, 0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0x00]],
  ])('refuses %s', async (_name, bytes) => {
    const path = await fileOf(Uint8Array.from(bytes))
    expect(await readTextFile(path)).toEqual({ ok: false, error: { code: 'invalid-utf8', path } })
  })

  test.skipIf(onWindows || isRoot)('refuses a file that may not be read', async () => {
    const path = await fileOf('{}')
    await chmod(path, 0o000)
    expect(await readTextFile(path)).toEqual({ ok: false, error: { code: 'permission-denied', path } })
  })

  test('a path with a null byte is an issue, not an exception', async () => {
    expect(await readTextFile('a\0b')).toMatchObject({ ok: false, error: { code: 'io-error' } })
  })

  test.each([0, -1, 1.5, Number.NaN])('throws on maxBytes %s', async (maxBytes) => {
    await expect(readTextFile('x', { maxBytes })).rejects.toThrow(/maxBytes must be a positive whole number/)
  })
})

describe('readTextFile of the standard input', () => {
  test('joins chunks, also where they cut a character', async () => {
    const bytes = Buffer.from('a€b', 'utf8')
    const stdin = chunksOf(bytes.subarray(0, 2), bytes.subarray(2), 'ü')
    expect(await readTextFile('-', { stdin })).toEqual({ ok: true, value: 'a€bü' })
  })

  test('refuses too much', async () => {
    const result = await readTextFile('-', { stdin: chunksOf('123', '456'), maxBytes: 5 })
    expect(result).toEqual({ ok: false, error: { code: 'file-too-large', path: '-', maxBytes: 5 } })
  })

  test('refuses invalid UTF-8', async () => {
    const result = await readTextFile('-', { stdin: chunksOf(Uint8Array.of(0xff)) })
    expect(result).toEqual({ ok: false, error: { code: 'invalid-utf8', path: '-' } })
  })
})

describe('writeTextFileAtomic', () => {
  test('creates a file and leaves nothing beside it', async () => {
    const path = join(folder, 'new.json')
    expect(await writeTextFileAtomic(path, '{"a":"€"}')).toEqual({ ok: true, value: undefined })
    expect(await readFile(path, 'utf8')).toBe('{"a":"€"}')
    expect(await readdir(folder)).toEqual(['new.json'])
  })

  test.skipIf(onWindows).each([0o600, 0o640, 0o755])('keeps the mode %o', async (mode) => {
    const path = await fileOf('old')
    await chmod(path, mode)
    expect((await writeTextFileAtomic(path, 'new')).ok).toBe(true)
    expect((await stat(path)).mode & 0o777).toBe(mode)
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  test.skipIf(onWindows)('writes through a symbolic link and keeps the link', async () => {
    const path = await fileOf('old')
    const link = join(folder, 'link.json')
    await symlink(path, link)
    expect((await writeTextFileAtomic(link, 'new')).ok).toBe(true)
    expect((await lstat(link)).isSymbolicLink()).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  test('refuses a directory and leaves it', async () => {
    const path = join(folder, 'inner')
    await mkdir(path)
    expect(await writeTextFileAtomic(path, 'x')).toEqual({
      ok: false,
      error: { code: 'is-a-directory', path },
    })
    expect((await stat(path)).isDirectory()).toBe(true)
    expect(await readdir(folder)).toEqual(['inner'])
  })

  test.skipIf(onWindows)('refuses a device', async () => {
    expect(await writeTextFileAtomic('/dev/null', 'x')).toEqual({
      ok: false,
      error: { code: 'not-a-regular-file', path: '/dev/null' },
    })
  })

  test('refuses a path whose folder is missing', async () => {
    const path = join(folder, 'missing', 'a.json')
    expect(await writeTextFileAtomic(path, 'x')).toEqual({
      ok: false,
      error: { code: 'file-not-found', path },
    })
  })

  test.skipIf(onWindows || isRoot)('refuses a read-only file', async () => {
    const path = await fileOf('old')
    await chmod(path, 0o444)
    expect(await writeTextFileAtomic(path, 'new')).toEqual({
      ok: false,
      error: { code: 'permission-denied', path },
    })
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  test('writes at the same time leave one whole text', async () => {
    const path = join(folder, 'raced.json')
    const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(10_000))
    const results = await Promise.all(texts.map(async (text) => writeTextFileAtomic(path, text)))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(texts).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['raced.json'])
  })
})

test('describeFileIssue names the file, or the standard input', () => {
  expect(describeFileIssue({ code: 'file-not-found', path: 'a.json' })).toBe('a.json does not exist')
  expect(describeFileIssue({ code: 'file-too-large', path: '-', maxBytes: 9 })).toBe(
    'the standard input is larger than the limit of 9 bytes',
  )
})
