import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  finish,
  isBuilt,
  mainPath,
  shopPath,
  spawnBlueprint,
  spawnNode,
  startBlueprint,
} from '../../../test/support/spawn-blueprint.ts'

const RED = 'make the header red'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-process-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** What only a real process shows; everything else is tested in this process (run, commands, repl). */
describe.skipIf(!isBuilt)('the built program (needs dist/, which npm test builds)', () => {
  test.each([
    [0, ['run', shopPath, RED]],
    [1, ['run', shopPath, 'make it pop']],
    [2, ['run', shopPath, 'delete the badge']],
    [64, ['run', 'none.json', RED]],
    [64, ['rnu']],
    [64, []],
    [0, ['--help']],
    [0, ['find', shopPath, 'the header']],
    [0, ['verify', shopPath]],
  ])('ends with %i: %j', async (code, args) => {
    expect(await spawnBlueprint(args)).toMatchObject({ code, signal: null })
  })

  test('runs where no code may be made of text', async () => {
    const strict = '--disallow-code-generation-from-strings'
    const { code, stdout, stderr } = await spawnNode([strict, mainPath, 'run', shopPath, RED, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ status: 'applied', changed: [{ id: 'header' }] })
  })

  test('works as a filter, from any folder', async () => {
    const stdin = await readFile(shopPath, 'utf8')
    const { code, stdout, stderr } = await spawnBlueprint(['run', '-', RED, '--out', '-'], {
      stdin,
      cwd: folder,
    })
    expect(code).toBe(0)
    expect(stdout).toBe(stdin.replace('"bg_color": "#FFFFFF"', '"bg_color": "#FF0000"'))
    expect(stderr).toContain('applied')
  })

  test('changes a file in place and leaves nothing beside it', async () => {
    const path = join(folder, 'shop.json')
    await writeFile(path, await readFile(shopPath))
    const { code, stdout } = await spawnBlueprint(['run', 'shop.json', RED, '--in-place', '--json'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ status: 'applied' })
    expect(await readFile(path, 'utf8')).toContain('"bg_color": "#FF0000"')
    expect(await readdir(folder)).toEqual(['shop.json'])
  })

  test('tells wrong files apart', async () => {
    await writeFile(join(folder, 'broken.json'), '{\n  "components": [1 2]\n}\n')
    const broken = await spawnBlueprint(['run', 'broken.json', RED], { cwd: folder })
    expect(broken).toMatchObject({
      code: 64,
      stdout: '',
      stderr: 'error: broken.json:2:20: not valid JSON: expected "," or "]", but there is "2"\n',
    })
    const directory = await spawnBlueprint(['run', '.', RED], { cwd: folder })
    expect(directory).toMatchObject({ code: 64, stdout: '', stderr: 'error: . is a directory, not a file\n' })
  })

  test('refuses ten megabytes of nesting in short words', async () => {
    const depth = 5_000_000
    const lists = await spawnBlueprint(['run', '-', RED], { stdin: '['.repeat(depth) + ']'.repeat(depth) })
    expect(lists).toMatchObject({ code: 1, stderr: '' })
    expect(lists.stdout.length).toBeLessThan(2000)
    const count = 290_000
    const nested = `{"components":[${'{"id":"a","type":"x","children":['.repeat(count)}${']}'.repeat(count)}]}`
    const deep = await spawnBlueprint(['run', '-', RED], { stdin: nested })
    expect(deep).toMatchObject({ code: 1, stderr: '' })
    expect(deep.stdout.length).toBeLessThan(4000)
    const unclosed = await spawnBlueprint(['verify', '-'], { stdin: '['.repeat(2 * depth) })
    expect(unclosed).toMatchObject({ code: 64, stdout: '' })
    expect(unclosed.stderr).toContain('but the text ends')
  }, 60_000)

  test('a pipe gets no colours', async () => {
    expect((await spawnBlueprint(['run', shopPath, RED])).stdout).not.toContain('\u001B')
  })

  test('a reader that goes away is no error', async () => {
    const child = startBlueprint(['run', shopPath, 'make all text bigger', '--json', '--out', '-'])
    const finished = finish(child)
    // As `| head -c 0` does: gone before the answer is written.
    child.stdout.destroy()
    child.stdin.end()
    expect(await finished).toMatchObject({ code: 0, signal: null, stderr: '' })
  })

  test('a reader that goes away ends repl as well', async () => {
    const child = startBlueprint(['repl', shopPath])
    const finished = finish(child)
    child.stdout.destroy()
    child.stdin.write(`${RED}\n`)
    expect(await finished).toMatchObject({ signal: null, stderr: '' })
  })

  test('an interrupt ends run with 130 while it awaits the document', async () => {
    const child = startBlueprint(['run', '-', RED])
    const finished = finish(child)
    // More than a pipe holds: it is handed over once the program is up and reads.
    await new Promise((resolve) => child.stdin.write(' '.repeat(1024 * 1024), resolve))
    child.kill('SIGINT')
    expect(await finished).toMatchObject({ code: 130, signal: null, stdout: '', stderr: '' })
  })

  test('an interrupt ends repl with 130', async () => {
    const child = startBlueprint(['repl', shopPath])
    const finished = finish(child)
    const answered = new Promise((resolve) => child.stdout.once('data', resolve))
    child.stdin.write(`${RED}\n`)
    await answered
    child.kill('SIGINT')
    expect(await finished).toMatchObject({ code: 130, signal: null, stderr: '' })
  })
})
