// `node scripts/bench-tokens.mjs [MEGABYTES]`: time and peak memory of `blueprint tokens extract` on made-up transcripts.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'

const DEFAULT_MEGABYTES = 100
const MODELS = ['claude-opus-4-5-20251101', 'claude-opus-4-6', 'claude-sonnet-4-5-20250929']

const megabytes = Number(process.argv[2] ?? DEFAULT_MEGABYTES)
if (!(megabytes > 0)) {
  process.stderr.write(`expected a number of megabytes, got ${process.argv[2]}\n`)
  process.exit(64)
}
const folder = await mkdtemp(join(tmpdir(), 'blueprint-bench-'))
try {
  const responses = await writeTranscript(join(folder, 'big.jsonl'), megabytes * 1_000_000)
  process.stdout.write(`${megabytes} MB, ${responses} responses\n`)
  await extract(folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}

/**
 * A response in three of seven lines, repeated as agents repeat it; the others hold no usage.
 *
 * @param {string} path
 * @param {number} sizeBytes
 */
async function writeTranscript(path, sizeBytes) {
  const file = createWriteStream(path)
  let written = 0
  let responses = 0
  while (written < sizeBytes) {
    responses += 1
    const lines = [1, 2, 3].map((part) => lineOf(responses, part)).concat(Array(4).fill(otherLine(responses)))
    const text = `${lines.join('\n')}\n`
    written += text.length
    if (!file.write(text)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return responses
}

/**
 * @param {number} n
 * @param {number} part
 */
function lineOf(n, part) {
  return JSON.stringify({
    parentUuid: `p-${n}-${part}`,
    isSidechain: false,
    sessionId: `session-${n % 50}`,
    type: 'assistant',
    requestId: `req_${n}`,
    uuid: `u-${n}-${part}`,
    timestamp: new Date(1_770_000_000_000 + n * 1000).toISOString(),
    cwd: '/repo',
    message: {
      id: `msg_${n}`,
      role: 'assistant',
      model: MODELS[n % MODELS.length],
      content: [{ type: 'tool_use', id: `toolu_${n}`, name: 'Edit', input: { text: 'x'.repeat(300) } }],
      usage: {
        input_tokens: 3,
        output_tokens: part * 50,
        cache_creation_input_tokens: 900,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 900 },
        cache_read_input_tokens: 40_000,
      },
    },
  })
}

/** @param {number} n */
function otherLine(n) {
  return JSON.stringify({
    type: 'user',
    sessionId: `session-${n % 50}`,
    message: { role: 'user', content: 'y'.repeat(300) },
  })
}

/** @param {string} path */
async function extract(path) {
  const started = performance.now()
  const script = `
    process.argv = [process.argv[0], 'blueprint', 'tokens', 'extract', ${JSON.stringify(path)}]
    process.on('exit', () => process.stderr.write('peak memory ' + Math.round(process.resourceUsage().maxRSS / 1024) + ' MiB\\n'))
    await import(${JSON.stringify(new URL('../packages/cli/dist/main.js', import.meta.url).href)})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [exitCode] = await once(child, 'exit')
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(2)} s\n`)
  process.exitCode = exitCode ?? 1
}
