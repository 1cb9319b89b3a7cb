import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { execa, ExecaError } from 'execa'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { readFrontMatter } from '@blueprint-engine/files/formats'
import type { ClaimedItem } from '../pure/analysis/analyze-batch.ts'
import type { Commit } from '../pure/analysis/batch-commits.ts'
import { parseItemId } from '../pure/work-item/item-id.ts'
import { readWorkItems } from '../pure/work-item/read-work-items.ts'

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024
const MAX_ITEM_BYTES = 1024 * 1024
/** Hash, time of writing, author, message; nothing of git's can hold the zero byte that ends each. */
const FORMAT = '--format=%H%x00%at%x00%ae%x00%B'
const FIELD_COUNT = 4
const HASH = /^[0-9a-f]{40,64}$/

/** No pager, no colours, no programs that the repository's settings name, no optional locks. */
const SAFE_SETTINGS = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.quotePath=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'color.ui=false',
]

/**
 * Every commit of every branch and tag that may name a batch or adds one of its items. Git filters roughly; which commits
 * really name it is for the caller to tell.
 */
export async function readBatchCommits(
  folder: string,
  batch: string,
): Promise<Result<readonly Commit[], string>> {
  const head = await git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])
  const where = [...(head.ok ? ['HEAD'] : []), '--branches', '--remotes', '--tags']
  const named = await git(folder, [
    'log',
    '-z',
    ...where,
    FORMAT,
    '--regexp-ignore-case',
    '--extended-regexp',
    `--grep=(prp|batch).{0,5}${batch}`,
  ])
  if (!named.ok) return named
  const adding = await git(folder, [
    'log',
    '-z',
    ...where,
    FORMAT,
    '--diff-filter=A',
    '--name-only',
    '--no-ext-diff',
    '--',
    `:(top,glob,icase)**/PRP-${batch}.*.md`,
  ])
  if (!adding.ok) return adding
  const commits = new Map<string, Commit>()
  for (const commit of [...parseLog(adding.value), ...parseLog(named.value)]) {
    if (!commits.has(commit.hash)) commits.set(commit.hash, commit)
  }
  return ok([...commits.values()])
}

/** Names of files follow the fields of a commit up to the next hash; a name that was asked for ends in `.md`. */
function parseLog(output: string): Commit[] {
  const tokens = output.split('\0')
  const commits: Commit[] = []
  for (let i = 0; i + FIELD_COUNT <= tokens.length;) {
    const [hash, seconds, author, message] = tokens.slice(i, i + FIELD_COUNT)
    i += FIELD_COUNT
    const addedFiles: string[] = []
    for (; i < tokens.length && !HASH.test(tokens[i]!); i += 1) {
      const name = tokens[i]!.trim()
      if (name !== '') addedFiles.push(name)
    }
    commits.push({
      hash: hash!,
      authoredMs: Number(seconds) * 1000,
      author: author!,
      message: message!,
      addedFiles,
    })
  }
  return commits
}

/** The items of a batch as they lie in the working tree, tracked or not, with what their front matter claims. */
export async function readClaimedItems(
  folder: string,
  batch: string,
): Promise<Result<readonly ClaimedItem[], string>> {
  const top = await git(folder, ['rev-parse', '--show-toplevel'])
  if (!top.ok) return top
  const root = top.value.replace(/\n$/, '')
  const listed = await git(root, [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
    '--',
    `:(top,glob,icase)**/PRP-${batch}.*.md`,
  ])
  if (!listed.ok) return listed
  const files: { file: string; text: string }[] = []
  for (const path of listed.value
    .split('\0')
    .filter((name) => name !== '')
    .sort()) {
    const text = await readFile(join(root, path), 'utf8').catch(() => undefined)
    if (text !== undefined && text.length <= MAX_ITEM_BYTES) files.push({ file: basename(path), text })
  }
  const textOf = new Map(files.map(({ file, text }) => [file, text]))
  const claimed: ClaimedItem[] = []
  for (const item of readWorkItems(files).items) {
    if (parseItemId(item.id)?.batch !== batch) continue
    const matter = readFrontMatter(textOf.get(item.file) ?? '') ?? {}
    const commit = matter['git_commit']
    const complexity = matter['complexity']
    claimed.push({
      id: item.id,
      stage: item.stage,
      status: item.status,
      complexity: typeof complexity === 'string' ? complexity : null,
      hasNamedCommit:
        typeof commit === 'string' || typeof commit === 'number'
          ? await hasCommit(root, String(commit))
          : null,
    })
  }
  return ok(claimed)
}

async function hasCommit(folder: string, name: string): Promise<boolean> {
  if (!/^[0-9a-f]{4,64}$/i.test(name)) return false
  return (await git(folder, ['cat-file', '-e', `${name}^{commit}`])).ok
}

async function git(folder: string, args: readonly string[]): Promise<Result<string, string>> {
  try {
    const { stdout } = await execa('git', [...SAFE_SETTINGS, ...args], {
      cwd: folder,
      env: { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
      stdin: 'ignore',
      maxBuffer: MAX_OUTPUT_BYTES,
      stripFinalNewline: false,
    })
    return ok(stdout)
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error
    const [said] = String(error.stderr).split('\n')
    return fail(
      `git ${args[0] ?? ''} in ${folder}: ${said === '' || said === undefined ? error.shortMessage : said}`,
    )
  }
}
