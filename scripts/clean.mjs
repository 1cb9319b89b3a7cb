// `npm run clean`: removes what the build makes, here and in every package.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/dist`)
for (const folder of ['dist', '.build', ...packages])
  rmSync(join(root, folder), { recursive: true, force: true })
