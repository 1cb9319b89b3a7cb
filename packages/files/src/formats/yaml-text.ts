import { parseDocument } from 'yaml'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'

/** Why a text is no YAML. Lines count from 1. */
export interface YamlProblem {
  readonly message: string
  readonly line: number | undefined
}

const MAX_LENGTH = 4 * 1024 * 1024
/** A few aliases are in order; thousands of copies of copies are an attack. */
const MAX_ALIASES = 100

/** Real files stay below ten. */
const MAX_INDENT = 256
const MAX_OPEN_BRACKETS = 256

/** Reads one YAML document into plain values. Never throws. */
export function parseYaml(text: string): Result<unknown, readonly YamlProblem[]> {
  const unsafe = findUnsafeYaml(text)
  if (unsafe !== undefined) return fail([unsafe])
  try {
    const document = parseDocument(text, { prettyErrors: true, logLevel: 'silent', uniqueKeys: true })
    if (document.errors.length > 0) {
      return fail(
        document.errors.map((error) => ({
          message: firstLine(error.message),
          line: error.linePos?.[0].line,
        })),
      )
    }
    return ok(document.toJS({ maxAliasCount: MAX_ALIASES }))
  } catch (error) {
    // Too many aliases.
    return fail([
      { message: error instanceof Error ? firstLine(error.message) : 'unreadable', line: undefined },
    ])
  }
}

/** What must not reach the library; undefined if the text may. O(length). */
export function findUnsafeYaml(text: string): YamlProblem | undefined {
  return text.length > MAX_LENGTH
    ? { message: `longer than ${MAX_LENGTH} characters`, line: undefined }
    : findDeepNesting(text)
}

/**
 * Deep nesting has to be refused before the library sees it: twenty thousand dashes in a line end the process, and
 * open brackets cost quadratic time. Brackets in texts are counted as well, which only matters to hundreds that never
 * close. O(length).
 */
function findDeepNesting(text: string): YamlProblem | undefined {
  let line = 1
  let openBrackets = 0
  let indent = 0
  let inIndent = true
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!
    if (character === '\n') {
      line += 1
      indent = 0
      inIndent = true
      continue
    }
    inIndent = inIndent && (character === ' ' || (isIndicator(character) && text[i + 1] === ' '))
    if (inIndent) indent += 1
    if (character === '[' || character === '{') openBrackets += 1
    else if ((character === ']' || character === '}') && openBrackets > 0) openBrackets -= 1
    if (indent > MAX_INDENT || openBrackets > MAX_OPEN_BRACKETS) return { message: 'nested too deep', line }
  }
  return undefined
}

function isIndicator(character: string): boolean {
  return character === '-' || character === '?'
}

export function describeYamlProblem(problem: YamlProblem): string {
  return problem.line === undefined ? problem.message : `line ${problem.line}: ${problem.message}`
}

function firstLine(message: string): string {
  return message
    .split('\n', 1)[0]!
    .replace(/:$/, '')
    .replace(/ at line \d{1,9}, column \d{1,9}$/, '')
}
