import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { describeYamlProblem, parseYaml } from '../orchestrator/formats/yaml-text.ts'
import { describeFileIssue, issueOfError, readTextFile } from './files.ts'

/** The YAML documents that together tell of one run. */
export interface RunDocuments {
  readonly name: string
  readonly documents: readonly unknown[]
}

const MAX_BYTES = 4 * 1024 * 1024
const YAML_FILE = /\.ya?ml$/
/** Names that say what a file holds and not of which run: the folder does. */
const PART_NAME = /^(?:metadata|execution-(?:log|results|start)|results|summary|analysis)$/

/**
 * Reads execution logs. A folder is searched for YAML files, one level deep. Files of one run are put together:
 * those of a folder that are named for their part (`metadata.yaml`, `execution-log.yaml`), and those with the same
 * beginning before a double underscore. What cannot be read is a problem and does not stop the rest.
 */
export async function readExecutionLogs(
  paths: readonly string[],
): Promise<{ readonly runs: readonly RunDocuments[]; readonly problems: readonly string[] }> {
  const runs = new Map<string, unknown[]>()
  const problems: string[] = []
  for (const path of paths) {
    for (const file of await listFiles(path, problems)) {
      const text = await readTextFile(file, { maxBytes: MAX_BYTES })
      if (!text.ok) {
        problems.push(describeFileIssue(text.error))
        continue
      }
      const parsed = parseYaml(text.value)
      if (!parsed.ok) {
        problems.push(`${file}: ${parsed.error.map(describeYamlProblem).join('; ')}`)
        continue
      }
      const name = runNameOf(file)
      const documents = runs.get(name)
      if (documents === undefined) runs.set(name, [parsed.value])
      else documents.push(parsed.value)
    }
  }
  return { runs: [...runs].map(([name, documents]) => ({ name, documents })), problems }
}

async function listFiles(path: string, problems: string[]): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && YAML_FILE.test(entry.name))
    if (files.length === 0) problems.push(`${path} holds no YAML file`)
    return files.map(({ name }) => join(path, name)).sort()
  } catch (error) {
    problems.push(describeFileIssue(issueOfError(error, path)))
    return []
  }
}

function runNameOf(file: string): string {
  const name = basename(file).replace(YAML_FILE, '')
  const [run, part] = name.split('__')
  if (part !== undefined && run !== '') return run!
  return PART_NAME.test(name) ? basename(dirname(resolve(file))) : name
}
