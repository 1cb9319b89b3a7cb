import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { parseAgentCommand } from '../../src/node/agent-command.ts'
import { doBlueprintWork } from '../../src/node/blueprint-work.ts'
import { executeBatch } from '../../src/node/execute-batch.ts'
import { readResultFile } from '../../src/node/run-agent.ts'
import { agentCommand, BatchProject } from './batch-project.ts'

vi.setConfig({ testTimeout: 120_000 })

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const SCREEN = JSON.stringify({
  version: '1.0',
  root: { id: 'title', type: 'text', props: { text: 'Shop' } },
})

describe.skipIf(process.platform === 'win32')('a document behind a symbolic link', () => {
  test.each([
    ['the file', 'screen.json'],
    ['its folder', 'away/screen.json'],
  ])('that leads out of the checkout by %s is refused, and not written', async (_, blueprint) => {
    const outside = temporaryFolder()
    const checkout = temporaryFolder()
    writeFileSync(join(outside, 'screen.json'), SCREEN)
    symlinkSync(join(outside, 'screen.json'), join(checkout, 'screen.json'))
    symlinkSync(outside, join(checkout, 'away'))
    expect(await doBlueprintWork({ blueprint, commands: ['make the title red'] }, checkout)).toEqual({
      code: 'invalid',
      message: `${blueprint} leads out of the project by a symbolic link`,
    })
    expect(readFileSync(join(outside, 'screen.json'), 'utf8')).toBe(SCREEN)
  })

  test('that stays in the checkout is not refused for it', async () => {
    const checkout = temporaryFolder()
    mkdirSync(join(checkout, 'screens'))
    writeFileSync(join(checkout, 'screens/screen.json'), 'no JSON')
    symlinkSync('screens', join(checkout, 'near'))
    expect(await doBlueprintWork({ blueprint: 'near/screen.json', commands: ['x'] }, checkout)).toEqual({
      code: 'invalid',
      message: 'near/screen.json is no JSON',
    })
  })
})

test.skipIf(process.platform === 'win32')(
  'a pipe or a device in place of a result is no result, and holds nobody up',
  async () => {
    const folder = temporaryFolder()
    execFileSync('mkfifo', [join(folder, 'result.json')])
    const read = async (): Promise<unknown> => readResultFile(folder, { work_item_id: 'PRP-7.1.1', fence: 1 })
    const refused = {
      failure: { code: 'no-result', message: 'its result is unreadable (not-a-regular-file)' },
    }
    expect(await read()).toMatchObject(refused)
    rmSync(join(folder, 'result.json'))
    symlinkSync('/dev/zero', join(folder, 'result.json'))
    expect(await read()).toMatchObject(refused)
  },
)

test("an agent that removes its checkout's link to git does not reach the user's own repository", async () => {
  const project = new BatchProject()
  project.write({ 'notes.txt': 'mine, not staged\n' })
  project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'unlinking' }])
  const agent = parseAgentCommand(agentCommand)
  if (!agent.ok) throw new Error(agent.error)
  const outcome = await executeBatch({
    folder: project.root,
    batchId: '7',
    itemsFolder: 'work-items',
    policy: { ...DEFAULT_POLICY, pollMs: 5000 },
    agent: agent.value,
    resume: false,
  })
  if (!outcome.ok) throw new Error(outcome.error)
  expect(outcome.value.schedule.items.get('PRP-7.1.1')).toMatchObject({
    failure: { code: 'crashed', message: 'it removed its own checkout' },
  })
  expect(project.git('diff', '--cached', '--name-only')).toBe('')
})
