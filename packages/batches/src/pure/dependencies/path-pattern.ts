import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'

const GLOB_SIGNS = /[*?[\]{}]|[!+@]\(/

/** A file or glob of a repository: relative, with `/`, without `.` and `..`. */
export interface PathPattern {
  readonly text: string
  readonly isGlob: boolean
}

/** Longest path that is accepted, in characters. */
const MAX_LENGTH = 1000

/**
 * `./src//a.ts`, `src\a.ts` and `src/a.ts` are one file; `src/` is everything in it. Rejects what lies outside of the
 * repository, or could: absolute paths, drive letters, home folders, `..`.
 */
export function normalisePath(text: string): Result<PathPattern, string> {
  const slashed = text.trim().replaceAll('\\', '/')
  if (slashed === '') return fail('is empty')
  if (slashed.length > MAX_LENGTH) return fail(`is longer than ${MAX_LENGTH} characters`)
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(slashed)) return fail('holds a control character')
  if (slashed.startsWith('/')) return fail('is absolute; expected a path inside the repository')
  if (/^[A-Za-z]:/.test(slashed)) return fail('names a drive; expected a path inside the repository')
  if (slashed.startsWith('~')) return fail('begins in a home folder; expected a path inside the repository')
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return fail('leads upwards with ".."; expected a path inside the repository')
  if (parts.length === 0) return ok({ text: '**', isGlob: true })
  if (parts[0]!.toLowerCase() === '.git') return fail('lies in .git')
  if (slashed.endsWith('/')) parts.push('**')
  const path = parts.join('/')
  return ok({ text: path, isGlob: GLOB_SIGNS.test(path) })
}

/** The leading parts of a pattern that hold no glob sign. */
export function fixedPartsOf(pattern: PathPattern): readonly string[] {
  const parts = pattern.text.split('/')
  const first = parts.findIndex((part) => GLOB_SIGNS.test(part))
  return first === -1 ? parts : parts.slice(0, first)
}

/**
 * Whether two globs could mean one file. Sets, classes and extended globs count as "anything", so the answer may be yes
 * for two globs that share no file, never no for two that do. O(parts of a x parts of b), the same for the letters.
 */
export function globsOverlap(a: PathPattern, b: PathPattern): boolean {
  const [left, right] = [a.text, b.text]
  // A set may hold a slash: `{src/a,lib}/x` has no parts that could be told apart.
  if (/\{[^}]{0,1000}\//.test(left) || /\{[^}]{0,1000}\//.test(right)) return true
  return sequencesMeet(left.split('/'), right.split('/'), (part) => part === '**', partsOverlap)
}

function partsOverlap(a: string, b: string): boolean {
  return sequencesMeet(
    lettersOf(a),
    lettersOf(b),
    (letter) => letter === '*',
    (x, y) => x === y || x === '?' || y === '?',
  )
}

/** A part as letters, where `*` is any run of letters and `?` is one. */
function lettersOf(part: string): string[] {
  const loose = part.replaceAll(/[!+@?*]\([^)]{0,1000}\)|\{[^}]{0,1000}\}|\[[^\]]{0,1000}\]/g, '*')
  return (GLOB_SIGNS.test(loose.replaceAll(/[*?]/g, '')) ? '*' : loose).split('')
}

/** Whether some sequence fits both patterns, in which `isRun` stands for any number of elements. */
function sequencesMeet(
  a: readonly string[],
  b: readonly string[],
  isRun: (part: string) => boolean,
  meet: (x: string, y: string) => boolean,
): boolean {
  // reach[j]: the first i parts of a and the first j of b can stand for the same.
  let reach: boolean[] = []
  for (let i = 0; i <= a.length; i++) {
    const row: boolean[] = []
    for (let j = 0; j <= b.length; j++) {
      const x = i === 0 ? undefined : a[i - 1]!
      const y = j === 0 ? undefined : b[j - 1]!
      if (x === undefined && y === undefined) row.push(true)
      else
        row.push(
          (x !== undefined && isRun(x) && (reach[j]! || (j > 0 && row[j - 1]!))) ||
            (y !== undefined && isRun(y) && (row[j - 1]! || (i > 0 && reach[j]!))) ||
            (x !== undefined && y !== undefined && !isRun(x) && !isRun(y) && reach[j - 1]! && meet(x, y)),
        )
    }
    reach = row
  }
  return reach[b.length]!
}
