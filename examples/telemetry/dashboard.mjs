// A page about a thousand commands. `npm run example:dashboard`, then open the file it names.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from 'blueprint-command-engine'
import { metricsFile } from '@blueprint-engine/telemetry'
import { runThousandCommands } from './thousand-commands.mjs'

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'blueprint-dashboard-'))
const file = metricsFile(join(folder, 'metrics.jsonl'))
runThousandCommands(createEngine({ observers: [file.observer] }))
await file.close()

const page = join(folder, 'report.html')
const { status } = spawnSync(
  process.execPath,
  [
    'packages/cli/dist/main.js',
    'dashboard',
    '--in',
    join(folder, 'metrics.jsonl'),
    '--out',
    page,
    '--title',
    'A thousand commands',
  ],
  { stdio: 'inherit', cwd: new URL('../..', import.meta.url) },
)
process.exitCode = status ?? 1
