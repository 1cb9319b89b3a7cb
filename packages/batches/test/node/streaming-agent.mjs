// Stands in for claude and codex: takes their arguments, reads the task from its standard input, and tells events in their formats.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

const [name, ...args] = process.argv.slice(2)
const prompt = readFileSync(0, 'utf8')
appendFileSync(process.env.AGENT_LOG, `${JSON.stringify([name, ...args])}\n`)

const [, behaviour = 'well'] = /^behave: (\S+)$/m.exec(prompt) ?? []
const isReview = prompt.startsWith('Review')
const verdict = 'I have read it.\n{"score": 6.5, "findings": ["the goal is vague"]}'
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`)

const plan = '# Batch 48: Notes\n\n### Phase 1: Write them down\n\n**Files Modified**: notes.txt (new)\n'

function work() {
  if (prompt.startsWith('Write a plan')) writeFileSync('PLAN.md', plan)
  else if (!isReview)
    for (const [, file] of prompt.matchAll(/^ {2}- (\S+)$/gm)) appendFileSync(file, `by ${name}\n`)
}

const model = 'claude-haiku-4-5-20251001'
const usage = {
  input_tokens: 4,
  cache_creation_input_tokens: 900,
  cache_read_input_tokens: 1000,
  output_tokens: 9,
}

function claude() {
  say({
    type: 'system',
    subtype: 'init',
    session_id: 's',
    model,
    tools: ['Edit'],
    permissionMode: 'acceptEdits',
  })
  say({
    type: 'assistant',
    message: { id: 'm1', model, content: [{ type: 'text', text: 'I look.' }], usage },
  })
  say({
    type: 'assistant',
    message: { id: 'm1', model, content: [{ type: 'tool_use', name: 'Edit' }], usage },
  })
  work()
  say({ type: 'user', message: { content: [{ type: 'tool_result', content: 'x'.repeat(2_000_000) }] } })
  if (behaviour === 'failing') {
    say({
      type: 'result',
      subtype: 'success',
      is_error: true,
      result: 'Credit balance is too low',
      total_cost_usd: 0,
    })
    process.exitCode = 1
    return
  }
  say({
    type: 'result',
    subtype: 'success',
    is_error: false,
    num_turns: 2,
    result: isReview ? verdict : 'Done.',
    total_cost_usd: 0.01,
    usage,
    modelUsage: {
      [model]: {
        inputTokens: 5,
        cacheCreationInputTokens: 900,
        cacheReadInputTokens: 1000,
        outputTokens: 95,
      },
    },
  })
}

function codex() {
  process.stderr.write('Reading prompt from stdin...\n')
  say({ type: 'thread.started', thread_id: 't' })
  say({ type: 'turn.started' })
  say({ type: 'error', message: 'Reconnecting... 1/5' })
  say({
    type: 'item.started',
    item: { id: '1', type: 'command_execution', command: 'ls', status: 'in_progress' },
  })
  work()
  if (behaviour === 'failing') {
    say({ type: 'turn.failed', error: { message: 'the model is not available' } })
    process.exitCode = 1
    return
  }
  say({
    type: 'item.completed',
    item: { id: '2', type: 'agent_message', text: isReview ? verdict : 'Done.' },
  })
  say({
    type: 'turn.completed',
    usage: { input_tokens: 1500, cached_input_tokens: 1000, output_tokens: 500 },
  })
}

if (behaviour === 'crashing') {
  process.stderr.write('error: unknown option --json\n')
  process.exitCode = 2
} else if (name === 'claude') claude()
else codex()
