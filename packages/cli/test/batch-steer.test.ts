import { chmodSync, existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agentCommand, BatchProject } from '../../batches/test/node/batch-project.ts'
import { callBlueprint } from './call-blueprint.ts'

const SOUND = `# A plan

### Phase 1: One
**Goal**: x
**Estimated Hours**: 1
**Complexity**: low
**Files Modified**: a.txt
**Dependencies**: None
**Implementation Steps**:
1. Do it
**Validation Gates**:
- [ ] it is there
`

/** An agent that writes a plan of the given texts, one an attempt. */
function plannerOf(project: BatchProject, ...plans: readonly string[]): string {
  project.write(Object.fromEntries(plans.map((text, i) => [`.git/plan-${i + 1}.md`, text])))
  project.write({
    '.git/planner.sh': [
      '#!/bin/sh',
      'attempt=$(sed -n \'s/.*"attempt": \\([0-9]*\\),*/\\1/p\' "$BLUEPRINT_TASK_DIR/spec.json" | head -1)',
      `cat "${project.root}/.git/plan-$attempt.md" > PLAN.md`,
      `cat > "${project.root}/.git/prompt-$attempt.txt"`,
      'printf \'{"work_item_id":"plan","status":"success"}\' > "$BLUEPRINT_TASK_DIR/result.json"',
      '',
    ].join('\n'),
  })
  chmodSync(`${project.root}/.git/planner.sh`, 0o755)
  return `${project.root}/.git/planner.sh`
}

test('a plan is written by an agent, and what is wrong with it goes back to it', async () => {
  const project = new BatchProject({ 'NOTES.md': 'Make a.txt.\n' })
  const agent = plannerOf(project, SOUND.replace('None', 'Phase 9'), SOUND)
  const args = [
    'batch',
    'plan',
    '--from',
    `${project.root}/NOTES.md`,
    '--agent',
    agent,
    '--root',
    project.root,
  ]
  const { code, stdout } = await callBlueprint(args)
  expect({ code, stdout }).toMatchObject({ code: 0 })
  expect(stdout).toContain('wrote PLAN.md: 1 phase')
  expect(project.read('PLAN.md')).toBe(SOUND)
  expect(project.read('.git/prompt-1.txt')).toContain('Make a.txt.')
  expect(project.read('.git/prompt-2.txt')).toContain('names phase 9, which the plan does not have')
  const again = await callBlueprint(args)
  expect(again).toMatchObject({ code: 64 })
  expect(again.stderr).toContain('PLAN.md already exists; --force replaces it')
  expect(project.git('worktree', 'list').split('\n')).toHaveLength(1)
})

test('a plan that never gets sound is not written', async () => {
  const project = new BatchProject({ 'NOTES.md': 'Make a.txt.\n' })
  const agent = plannerOf(project, 'no plan', 'no plan')
  const { code, stderr } = await callBlueprint([
    'batch',
    'plan',
    '--from',
    `${project.root}/NOTES.md`,
    '--agent',
    agent,
    '--attempts',
    '2',
    '--root',
    project.root,
  ])
  expect(code).toBe(1)
  expect(stderr).toContain('2 attempts gave no sound plan')
  expect(existsSync(`${project.root}/PLAN.md`)).toBe(false)
})

test('an agent that is not there is refused with 64 before anything starts', async () => {
  const project = new BatchProject({ 'NOTES.md': 'x\n' })
  project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
  for (const args of [
    ['execute', '--batch', '7'],
    ['review', '--batch', '7', '--mode', 'full'],
    ['plan', '--from', `${project.root}/NOTES.md`],
  ]) {
    const { code, stderr } = await callBlueprint([
      'batch',
      ...args,
      '--agent',
      'no-such-agent',
      '--root',
      project.root,
    ])
    expect({ code, stderr }).toMatchObject({ code: 64 })
    expect(stderr).toContain('the agent "no-such-agent" is not there')
  }
  expect(existsSync(`${project.root}/.blueprint`)).toBe(false)
})

test('work waits for approval; its log and what comes next can be seen', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'], behave: 'failing 1' },
    { id: 'PRP-7.2.1', files: ['b.txt'], dependencies: ['PRP-7.1.1'] },
  ])
  const root = ['--root', project.root]
  const next = await callBlueprint(['batch', 'next', '7', ...root])
  expect(next.stdout).toContain('PRP-7.1.1 Work of PRP-7.1.1 (2 h of work begin with it)')
  expect(next.stdout).toContain('PRP-7.2.1 waits for PRP-7.1.1')
  const run = await callBlueprint([
    'batch',
    'execute',
    '-b',
    '7',
    '--agent',
    agentCommand,
    '--no-land',
    ...root,
  ])
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
  expect(run.stdout).toContain('"blueprint batch approve 7" brings it in')
  const status = await callBlueprint(['batch', 'status', '7', ...root])
  expect(status.stdout).toContain('accepted, and not in the branch yet: PRP-7.1.1, PRP-7.2.1')
  const logs = await callBlueprint(['batch', 'logs', '7.1.1', ...root])
  expect(logs).toMatchObject({ code: 0 })
  expect(logs.stderr).toContain('an attempt was not accepted: no idea how')
  expect(logs.stderr).toContain('log: .blueprint/batches/7/attempts/execute/PRP-7.1.1/2/output.log')
  const approved = await callBlueprint(['batch', 'approve', '7', ...root])
  expect(approved).toMatchObject({ code: 0, stdout: 'the work of PRP-7.1.1, PRP-7.2.1 is in main\n' })
  expect(project.status('PRP-7.2.1')).toBe('completed')
  const rest = await callBlueprint(['batch', 'next', '7', ...root])
  expect(rest.stdout).toBe('Nothing is left to do.\n')
})

test('init writes the line for .gitignore once, below what is there', async () => {
  const project = new BatchProject({ '.gitignore': 'dist' })
  for (let round = 0; round < 2; round++)
    expect(await callBlueprint(['init', 'claude-code', '--root', project.root])).toMatchObject({ code: 0 })
  expect(project.read('.gitignore')).toBe('dist\n# What batches keep for themselves\n.blueprint/\n')
  const command = project.read('.claude/commands/batch-exe-prp.md')
  expect(command).toContain('npx @blueprint-engine/cli batch execute')
  expect(command).toContain('in the background')
})
