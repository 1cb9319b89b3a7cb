import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isBuilt, packageRoot, spawnBlueprint } from '../../../../test/support/spawn-blueprint.ts'
import { BatchProject } from './batch-project.ts'

const docs = readFileSync(`${packageRoot}docs/batches.md`, 'utf8')

/** The first block of code in a language below a heading. */
function block(heading: string, language: string): string {
  const section = docs.slice(docs.indexOf(`\n## ${heading}\n`))
  return new RegExp(`\n\`\`\`${language}\n([^]{1,10000}?)\n\`\`\`\n`).exec(section)?.[1] ?? ''
}

test.skipIf(!isBuilt)(
  'the plan and the agent of docs/batches.md work as they stand (needs dist/, which npm test builds)',
  { timeout: 120_000 },
  async () => {
    const project = new BatchProject({
      'PLAN.md': block('A whole example', 'markdown'),
      'agent.mjs': block('A whole example', 'js'),
    })
    const commands = block('A whole example', 'sh')
      .split('\n')
      .filter((line) => line.startsWith('blueprint '))
      .map((line) =>
        [...line.matchAll(/"([^"]*)"|(\S+)/g)].slice(1).map(([, quoted, plain]) => quoted ?? plain!),
      )
    expect(commands).toHaveLength(3)
    for (const command of commands)
      expect(await spawnBlueprint(command, { cwd: project.root })).toMatchObject({ code: 0 })
    expect(project.history()).toEqual(['PRP-47.1.1: Prices', 'PRP-47.1.2: Names', 'PRP-47.2.1: The list'])
    expect(project.read('list.txt')).toBe('Written for PRP-47.2.1\n')
    // Asked again, it has nothing to do, and keeps the figures and the logs of the run that had.
    const figures = project.read('completed-batches/batch-47-execute.json')
    const again = await spawnBlueprint(commands[2]!, { cwd: project.root })
    expect(again).toMatchObject({ code: 0 })
    expect(again.stdout).toContain('Nothing was left to do.')
    expect(project.read('completed-batches/batch-47-execute.json')).toBe(figures)
    const logged = await spawnBlueprint(['batch', 'logs', 'PRP-47.2.1'], { cwd: project.root })
    expect(logged).toMatchObject({ code: 0 })
  },
)
