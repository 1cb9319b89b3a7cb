import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isHeavy } from '../support/amounts.ts'
import { isBuilt, packageRoot } from '../support/spawn-blueprint.ts'

interface PackageFile {
  readonly name: string
  readonly bin?: object
  readonly exports: { readonly [entry: string]: string | { readonly default: string } }
}

const folders = ['.', ...readdirSync(`${packageRoot}packages`).map((name) => `packages/${name}`)]
const packages = folders.map(
  (folder) => JSON.parse(readFileSync(join(packageRoot, folder, 'package.json'), 'utf8')) as PackageFile,
)

/** Every module that can be imported, by the name that a user writes. */
const modules = packages.flatMap(({ name, exports }) =>
  Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([entry]) => `${name}${entry.slice(1)}`),
)

const TYPESCRIPT = `
import { createEngine } from 'blueprint-command-engine'
import type { Answer, Blueprint } from 'blueprint-command-engine'

const screen: Blueprint = { screen_id: 'one', components: [{ id: 'go', type: 'button', text: 'Go', bbox: [0, 0, 99, 44] }] }
const answer: Answer = createEngine().run(screen, 'make the button red')
// @ts-expect-error: a status is one of four words
const wrong: 'done' = answer.status
export const statuses: readonly string[] = [answer.status, wrong]
`

// Installing asks the registry, or npm's cache, for what the packages depend on.
describe.skipIf(!isHeavy || !isBuilt)(
  'all packages, installed from their tarballs (npm run test:heavy)',
  () => {
    const project = mkdtempSync(join(tmpdir(), 'blueprint-install-'))

    function run(program: string, args: readonly string[], cwd = project): string {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
      expect({ program, args, status, output: status === 0 ? '' : stdout + stderr }).toEqual({
        program,
        args,
        status: 0,
        output: '',
      })
      return stdout
    }

    beforeAll(() => {
      mkdirSync(join(project, 'tarballs'))
      writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
      for (const folder of folders)
        run(
          'npm',
          ['pack', '--ignore-scripts', '--pack-destination', join(project, 'tarballs')],
          join(packageRoot, folder),
        )
      const tarballs = readdirSync(join(project, 'tarballs')).map((name) => `./tarballs/${name}`)
      run('npm', [
        'install',
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
        '@opentelemetry/api',
        '@types/node@20',
        ...tarballs,
      ])
    }, 300_000)

    afterAll(() => {
      rmSync(project, { recursive: true })
    }, 60_000)

    test('every module can be imported', () => {
      const program = modules.map((name) => `await import('${name}')`).join('\n')
      writeFileSync(join(project, 'all.mjs'), program)
      run(process.execPath, ['all.mjs'])
    }, 60_000)

    test.each(['nodenext', 'bundler'])(
      'TypeScript reads their types under %s',
      (resolution) => {
        const imports = modules.map(
          (name, i) => `import * as module${i} from '${name}'\nexport { module${i} }`,
        )
        writeFileSync(join(project, 'all.ts'), `${imports.join('\n')}\n${TYPESCRIPT}`)
        const options = {
          target: 'es2023',
          module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
          moduleResolution: resolution,
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: ['node'],
        }
        writeFileSync(
          join(project, 'tsconfig.json'),
          JSON.stringify({ compilerOptions: options, files: ['all.ts'] }),
        )
        run(process.execPath, [join(packageRoot, 'node_modules/typescript/bin/tsc'), '-p', '.'])
      },
      120_000,
    )

    test('the engine can be bundled for a browser', async () => {
      const { outputFiles } = await build({
        stdin: {
          contents: `import { createEngine } from 'blueprint-command-engine'; globalThis.engine = createEngine()`,
          resolveDir: project,
        },
        bundle: true,
        platform: 'browser',
        format: 'iife',
        write: false,
        logLevel: 'silent',
      })
      expect(outputFiles[0]!.text).not.toMatch(/require\(|from 'node:/)
    })

    test('the container file starts what these tarballs install: with a token it serves, without one it refuses', async () => {
      const file = readFileSync(join(packageRoot, 'packages/server/Containerfile'), 'utf8')
      const listOf = (instruction: string): readonly string[] =>
        JSON.parse(new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(file)![1]!) as readonly string[]
      expect(file).toMatch(/^FROM node:2\d-slim$/m)
      expect(file).toContain('npm install --omit=dev --no-audit --no-fund /tmp/tarballs/*.tgz')
      const program = listOf('ENTRYPOINT')[0]!.replace('/app/', `${project}/`)
      const args = [...listOf('CMD'), '--port', '0', '--json']
      const refused = spawnSync(program, args, { cwd: project, encoding: 'utf8' })
      expect(refused).toMatchObject({ status: 64 })
      expect(refused.stderr).toContain('blueprint token create')
      run(program, ['token', 'create', '--name', 'me', '--scope', 'write'])
      const server = spawn(program, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] })
      const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
      const { port } = new URL((JSON.parse(line) as { readonly url: string }).url)
      const at = `http://127.0.0.1:${port}`
      expect((await fetch(`${at}/healthz`)).status).toBe(200)
      expect((await fetch(`${at}/v1/documents`)).status).toBe(401)
      server.kill('SIGTERM')
      await once(server, 'exit')
    }, 60_000)

    test('blueprint runs', () => {
      const shop = join(packageRoot, 'examples/shop.json')
      expect(run('npx', ['--no-install', 'blueprint', 'run', shop, 'make the header darker'])).toContain(
        'header',
      )
    })
  },
)
