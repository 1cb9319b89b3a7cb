import { dirname } from 'node:path'
import { execFile } from 'node:child_process'
import type { ChildProcess, ExecFileException } from 'node:child_process'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { TOKEN_NAME } from '../processes/process-token.ts'

/** A repository, and what git is run with. */
export interface Repository {
  /** The top folder of the checkout. */
  readonly root: string
  /** What all checkouts of the repository share. */
  readonly commonFolder: string
  readonly env: Readonly<Record<string, string>>
}

export interface GitIssue {
  readonly args: readonly string[]
  readonly exitCode: number | null
  readonly message: string
  readonly stdout: string
}

/** Hooks and automatic collection are the user's own affair, not that of steps in between; paths are told as they are. */
const SETTINGS = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
  '-c',
  'commit.gpgSign=false',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'advice.detachedHead=false',
  '-c',
  'core.quotePath=off',
  '-c',
  'merge.renames=true',
]

/** What says who commits, where git is told nothing. */
const NOBODY = {
  GIT_AUTHOR_NAME: 'blueprint batch',
  GIT_AUTHOR_EMAIL: 'batch@localhost',
  GIT_COMMITTER_NAME: 'blueprint batch',
  GIT_COMMITTER_EMAIL: 'batch@localhost',
}

/** Variables by which a caller's git (a hook, say) would send this one elsewhere. */
const FOREIGN = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_COMMON_DIR',
  'GIT_PREFIX',
]

/**
 * Keeps git from looking for a repository above a folder: in a checkout that lost its `.git`, it would find and change the one
 * around it, the user's own.
 */
export function noRepositoryAbove(folder: string): Readonly<Record<string, string>> {
  return { GIT_CEILING_DIRECTORIES: dirname(folder) }
}

/**
 * Runs git and gives its output without the last line end.
 *
 * @param options.cwd a checkout other than the user's
 */
export async function git(
  repository: Repository,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): Promise<Result<string, GitIssue>> {
  const cwd = options.cwd ?? repository.root
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...repository.env,
    ...(options.cwd !== undefined && noRepositoryAbove(options.cwd)),
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
  for (const name of FOREIGN) delete env[name]
  return new Promise((resolve) => {
    // A batch starts thousands of these: what a library adds to each is felt.
    const start = (): ChildProcess =>
      execFile(
        'git',
        [...SETTINGS, ...args],
        // Paths may be in any encoding; what is no UTF-8 is not a path that an item could name.
        { cwd, env, encoding: 'utf8', maxBuffer: MAX_OUTPUT },
        (error, stdout, stderr) => {
          if (error === null) resolve(ok(stdout.replace(/\n$/, '')))
          else resolve(fail(issueOf(error, args, stdout, stderr)))
        },
      )
    let child: ChildProcess
    try {
      child = start()
    } catch (error) {
      // A working folder that is a file: Node throws instead of calling back.
      resolve(fail({ args, exitCode: null, message: (error as Error).message, stdout: '' }))
      return
    }
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(options.input ?? '')
  })
}

const MAX_OUTPUT = 64 * 1024 * 1024

function issueOf(
  error: ExecFileException,
  args: readonly string[],
  stdout: string,
  stderr: string,
): GitIssue {
  // Git that could not be started, or was ended.
  if (typeof error.code !== 'number') return { args, exitCode: null, message: error.message, stdout: '' }
  const message = stderr.trim() === '' ? error.message : stderr.trim()
  return { args, exitCode: error.code, message: message.slice(0, 1000), stdout }
}

/** Git's output; throws where git must not fail at this point. */
export async function mustGit(...call: Parameters<typeof git>): Promise<string> {
  const result = await git(...call)
  if (result.ok) return result.value
  throw new Error(`git ${result.error.args.join(' ')} failed: ${result.error.message}`)
}

/**
 * Finds the repository around a folder.
 *
 * @param token carried by every git that is started
 */
export async function openRepository(folder: string, token: string): Promise<Result<Repository, string>> {
  const env = { [TOKEN_NAME]: token }
  const top = await topOf(folder, env)
  if (!top.ok && top.error.exitCode === null)
    return fail(`git cannot be run in ${folder}: ${top.error.message.split('\n', 1)[0]!}`)
  if (!top.ok)
    return fail(
      `${folder} is in no git repository; work is done on commits ("git init" and a first commit make one)`,
    )
  const root = top.value
  const common = await git({ root, commonFolder: '', env }, [
    'rev-parse',
    '--path-format=absolute',
    '--git-common-dir',
  ])
  if (!common.ok) return fail(`${root} has no usable .git: ${common.error.message}`)
  const repository = { root, commonFolder: common.value, env }
  const head = await git(repository, ['rev-parse', '--verify', 'HEAD^{commit}'])
  if (!head.ok) return fail(`${root} has no commit yet; work needs one to begin from`)
  const identity = await git(repository, ['var', 'GIT_COMMITTER_IDENT'])
  return ok(identity.ok ? repository : { ...repository, env: { ...env, ...NOBODY } })
}

/** What all checkouts of the repository around a folder share; null outside of one. */
export async function commonFolderOf(folder: string): Promise<string | null> {
  const common = await git({ root: folder, commonFolder: '', env: {} }, [
    'rev-parse',
    '--path-format=absolute',
    '--git-common-dir',
  ])
  return common.ok ? common.value : null
}

/** The folder that a batch's files are kept in: the top of the repository around a folder, else the folder itself. */
export async function projectRoot(folder: string): Promise<string> {
  const top = await topOf(folder, {})
  return top.ok ? top.value : folder
}

async function topOf(folder: string, env: Repository['env']): Promise<Result<string, GitIssue>> {
  return git({ root: folder, commonFolder: '', env }, ['rev-parse', '--show-toplevel'])
}

/** Paths of a list that is separated by NUL. */
export function pathsOf(output: string): string[] {
  return output.split('\0').filter((path) => path !== '')
}
