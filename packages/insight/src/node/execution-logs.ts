import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { describeYamlProblem } from '@blueprint-engine/files/formats'
import { describeFileIssue, issueOfError, readTextFile } from '@blueprint-engine/files'
import type { LogNode } from '../pure/adaptive/log/log-tree.ts'
import { readLog } from '../pure/adaptive/log/log-tree.ts'
import type { Unclear } from '../pure/adaptive/log/ticket-facts.ts'

/** The YAML documents that together tell of one run. */
export interface RunDocuments {
  readonly name: string
  readonly roots: readonly LogNode[]
  /** Lines that are no YAML. */
  readonly damage: readonly Unclear[]
}

const MAX_BYTES = 4 * 1024 * 1024
const YAML_FILE = /\.ya?ml$/
/** Names that say what a file holds and not of which run: the folder does. */
const PART_NAME = /^(?:metadata|execution-(?:log|results|start)|results|summary|analysis)$/

/**
 * Reads execution logs. A folder is searched for YAML files, three levels deep. Files of one run are put together:
 * all of a folder in which some are named for their part (`metadata.yaml`, `execution-log.yaml`), and those with the same
 * beginning before a double underscore. What cannot be read is a problem and does not stop the rest.
 */
export async function readExecutionLogs(
  paths: readonly string[],
): Promise<{ readonly runs: readonly RunDocuments[]; readonly problems: readonly string[] }> {
  const problems: string[] = []
  const listed = await Promise.all(paths.map(async (path) => listFiles(path, problems)))
  const files = [...new Set(listed.flat())]
  const runFolders = new Set(
    files.filter((file) => PART_NAME.test(bareName(file))).map((file) => dirname(file)),
  )
  const runs = new Map<string, { roots: LogNode[]; damage: Unclear[] }>()
  for (const file of files) {
    const text = await readTextFile(file, { maxBytes: MAX_BYTES })
    const log = text.ok ? readLog(text.value, file) : undefined
    if (!text.ok) problems.push(describeFileIssue(text.error))
    else if (!log!.ok) problems.push(`${file}: ${log!.error.map(describeYamlProblem).join('; ')}`)
    else {
      const name = runNameOf(file, runFolders)
      let run = runs.get(name)
      if (run === undefined) runs.set(name, (run = { roots: [], damage: [] }))
      run.roots.push(...log!.value.roots)
      for (const { message, line } of log!.value.problems)
        run.damage.push({ file, line: line ?? 1, path: '', text: '', reason: `no YAML: ${message}` })
    }
  }
  return { runs: [...runs].map(([name, run]) => ({ name, ...run })), problems }
}

const MAX_DEPTH = 3

async function listFiles(path: string, problems: string[]): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const files = await searchFolder(path, MAX_DEPTH)
    if (files.length === 0) problems.push(`${path} holds no YAML file`)
    return files
  } catch (error) {
    problems.push(describeFileIssue(issueOfError(error, path)))
    return []
  }
}

async function searchFolder(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && YAML_FILE.test(entry.name))
  const folders =
    depth > 0 ? entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')) : []
  const below = await Promise.all(
    folders.map(async ({ name }) => searchFolder(join(folder, name), depth - 1)),
  )
  return [...files.map(({ name }) => join(folder, name)).sort(), ...below.flat()]
}

function bareName(file: string): string {
  return basename(file).replace(YAML_FILE, '')
}

function runNameOf(file: string, runFolders: ReadonlySet<string>): string {
  const name = bareName(file)
  const [run, part] = name.split('__')
  if (part !== undefined && run !== '') return run!
  return runFolders.has(dirname(file)) ? basename(dirname(resolve(file))) : name
}
