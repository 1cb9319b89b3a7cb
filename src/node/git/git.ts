import { dirname } from 'node:path'
import { execa } from 'execa'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { TOKEN_NAME } from '../processes/process-token.ts'

/** A repository, and what git is run with. */
export interface Repository {
  /** The top folder of the checkout. */
  readonly root: string
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
  const done = await execa('git', [...SETTINGS, ...args], {
    cwd: options.cwd ?? repository.root,
    env: {
      ...repository.env,
      ...(options.cwd !== undefined && noRepositoryAbove(options.cwd)),
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
      ...Object.fromEntries(FOREIGN.map((name) => [name, undefined])),
    },
    ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
    reject: false,
    maxBuffer: 64 * 1024 * 1024,
    // Paths may be in any encoding; what is no UTF-8 is not a path that an item could name.
    encoding: 'utf8',
    cleanup: false,
  })
  if (done.exitCode === 0) return ok(done.stdout)
  // Git that could not be started, or was ended: there may be no output, whatever the types say.
  if (done.exitCode === undefined)
    return fail({ args, exitCode: null, message: done.originalMessage ?? 'git was ended', stdout: '' })
  const message = done.stderr.trim() === '' ? (done.shortMessage ?? 'git failed') : done.stderr.trim()
  return fail({ args, exitCode: done.exitCode, message: message.slice(0, 1000), stdout: done.stdout })
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
  const repository = { root, env }
  const head = await git(repository, ['rev-parse', '--verify', 'HEAD^{commit}'])
  if (!head.ok) return fail(`${root} has no commit yet; work needs one to begin from`)
  const identity = await git(repository, ['var', 'GIT_COMMITTER_IDENT'])
  return ok(identity.ok ? repository : { root, env: { ...env, ...NOBODY } })
}

/** The folder that a batch's files are kept in: the top of the repository around a folder, else the folder itself. */
export async function projectRoot(folder: string): Promise<string> {
  const top = await topOf(folder, {})
  return top.ok ? top.value : folder
}

async function topOf(folder: string, env: Repository['env']): Promise<Result<string, GitIssue>> {
  return git({ root: folder, env }, ['rev-parse', '--show-toplevel'])
}

/** Paths of a list that is separated by NUL. */
export function pathsOf(output: string): string[] {
  return output.split('\0').filter((path) => path !== '')
}
