/** What one entry of a list of files says. */
export interface FileEntry {
  readonly paths: readonly string[]
  readonly isNew: boolean
  /** How it was read, where that is not certain. */
  readonly reading: string | null
}

const NONE =
  /^(?:none|nothing|n\/a|n\.a\.|no (?:[a-z]{1,12} ){0,2}(?:files?|changes?|modifications?)|not applicable|[-–—])(?![\w/]|\.\w)/i
const UNDECIDED = /^(?:tbd|tba|to be (?:determined|decided|defined)|unknown|\?{1,3})(?![\w/]|\.\w)/i
const MARKER = /^(?:\[[ xX]\]\s{1,5}|[-*+]\s{1,5}|\d{1,3}[.)]\s{1,5})/
/** What somebody is not sure of is counted: a file too many costs less than a conflict. */
const HEDGE =
  /^(?:possibly|maybe|perhaps|potentially|optional(?:ly)?|probably|likely|may|might|could|if needed|as needed|if necessary)(?:\s{1,3}(?:also|affects?|touch(?:es)?|chang(?:e|es)))?[\s:,]{1,5}/i
const VERB =
  /^(?:create|new|add|update|modify|edit|change|delete|remove|rename|move|refactor|extend|rewrite|fix|touch|modified|created|updated|added|deleted|removed|renamed|moved)s?(?:\s{1,3}files?)?(?:\s{0,3}:\s{0,3}|\s{1,3})/i
const NEW_VERB = /^(?:create|new|add)/i
const CODE = /`([^`\n]{1,1000})`/g
const LINK = /^\[([^\]\n]{1,500})\]\(([^()\s]{1,500})\)/
/** Where the path ends and what is said about it begins. */
const NOTE = /\s\(|\s(?:[-–—]|--)\s|\s#\s|:\s|:$|\s\[|\s(?:→|->|=>)\s/
const ARROW = /\s(?:→|->|=>)\s/
const LINES =
  /(?::\d{1,6}(?:-\d{1,6})?|\s{1,3}(?:lines?|l\.)\s{1,3}~?\d{1,6}(?:\s{0,3}[-–]\s{0,3}\d{1,6})?)$/i
const CONNECTIVE = /^(?:and|&|\+|or|plus|,)$/i

/** `src/a.ts`, `*.md`, `.env`, `package.json`; a number like `1.2` is none. */
function isPathLike(word: string): boolean {
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(word)) return false
  return (
    /^[^\s/]{0,200}\/[^\s]{0,800}$/.test(word) ||
    /^\.?[^\s/]{0,200}\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(word) ||
    /^\.[A-Za-z][\w-]{1,60}$/.test(word) ||
    word.startsWith('*')
  )
}

/** Reads one entry: the path, and what is said about it. O(length). */
export function pathsInEntry(entry: string): FileEntry {
  let text = rowCell(entry.trim()).replace(MARKER, '').trim()
  if (text === '' || NONE.test(text)) return { paths: [], isNew: false, reading: null }
  if (UNDECIDED.test(text))
    return {
      paths: [],
      isNew: false,
      reading: 'says nothing yet; read as no file',
    }
  const hedge = HEDGE.exec(text)
  if (hedge !== null && /[./*`]/.test(text.slice(hedge[0].length))) text = text.slice(hedge[0].length)
  const verb = VERB.exec(text)
  const isNewVerb = verb !== null && NEW_VERB.test(verb[0])
  if (verb !== null && isSurelyPath(text.slice(verb[0].length))) text = text.slice(verb[0].length)
  const found = text.includes('`') ? pathsInCode(text) : pathsInWords(text)
  const note = found.note.replace(/^[\s(:–—-]{0,10}/, '')
  const sure = hedge !== null && found.paths.length > 0 ? `read as ${found.paths.join(', ')}` : found.reading
  return {
    paths: found.paths,
    isNew: isNewVerb || /^new\b/i.test(note),
    reading: sure,
  }
}

/** The first cell of a table's row that holds a path; '' for the row below its head. */
function rowCell(text: string): string {
  if (!/^\|.{0,4000}\|$/.test(text)) return text
  const cells = text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
  if (cells.every((cell) => /^:?-{1,100}:?$/.test(cell))) return ''
  return cells.find((cell) => isSurelyPath(cell)) ?? ''
}

/** Whether a text begins with what can only be a path. */
function isSurelyPath(text: string): boolean {
  return isPathLike(
    text
      .replaceAll('`', '')
      .replace(MARKER, '')
      .split(/\s/, 1)[0]
      ?.replace(/[,;:]$/, '') ?? '',
  )
}

/** The lines of an entry that name files: a group's name above them and what is said below a path are left out. */
export function fileLines(text: string): readonly string[] {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim())
  const below = rest.filter((line) => isSurelyPath(line))
  const isGroup = below.length > 0 && /:(?:\*\*)?$/.test(first) && !isSurelyPath(first)
  return isGroup ? below : [first, ...below]
}

interface Found {
  readonly paths: readonly string[]
  readonly note: string
  readonly reading: string | null
}

function pathsInCode(text: string): Found {
  // What stands in code is not part of a note's beginning.
  const masked = text.replaceAll(CODE, (code) => '`'.repeat(code.length))
  const first = masked.indexOf('`')
  const end = first === -1 ? -1 : masked.slice(first).search(ARROW.test(masked) ? /\s\(|:\s|:$/ : NOTE)
  const head = end === -1 ? text : text.slice(0, first + end)
  const spans = [...head.matchAll(CODE)].map(([, span]) => span!.trim().replace(LINES, ''))
  if (spans.length === 0) return pathsInWords(text.replaceAll('`', ''))
  const pathLike = spans.filter(isPathLike)
  const paths = pathLike.length > 0 ? pathLike : spans.slice(0, 1)
  const before = text.slice(0, first).trim()
  return {
    paths,
    note: text.slice(head.length),
    reading: before === '' || pathLike.length > 0 ? null : `read as ${paths.join(', ')}`,
  }
}

function pathsInWords(text: string): Found {
  const link = LINK.exec(text)
  if (link !== null) {
    const path = isPathLike(link[1]!) ? link[1]! : link[2]!
    return { paths: [path], note: text.slice(link[0].length), reading: null }
  }
  const sides = text.split(ARROW)
  if (sides.length === 2 && sides.every((side) => isSurelyPath(side.trim())))
    return {
      ...pathsInHead(sides.map((side) => side.trim().split(/\s/, 1)[0]!).join(' ')),
      note: '',
    }
  const end = text.search(NOTE)
  const head = (end <= 0 ? text : text.slice(0, end)).trim()
  const found = pathsInHead(head)
  // "Update the guide in docs/a.md": the path may stand in what looks like a note.
  if (found.paths.length === 0 && end > 0) return { ...pathsInHead(text), note: '' }
  return { ...found, note: end <= 0 ? '' : text.slice(end) }
}

function pathsInHead(head: string): Omit<Found, 'note'> {
  const path = head.replace(LINES, '').replace(/(?<=[\w)\]}*])[.,;]{1,3}$/, '')
  if (!/\s/.test(path)) return singleWord(path)
  const words = path.split(/\s{1,20}/)
  // `docs/my page.md`: one path with a blank in it.
  const isOne = words.slice(1).every((word) => !word.includes('/') && !CONNECTIVE.test(word))
  if (words[0]!.includes('/') && !isFile(words[0]!) && isFile(words.at(-1)!) && isOne)
    return { paths: [path], reading: null }
  const paths = words.map((word) => word.replace(/[,;]$/, '')).filter(isPathLike)
  if (paths.length === 0) return { paths, reading: 'names no path; read as no file' }
  const isList = words.every((word) => isPathLike(word.replace(/[,;]$/, '')) || CONNECTIVE.test(word))
  return { paths, reading: isList ? null : `read as ${paths.join(', ')}` }
}

function singleWord(word: string): Omit<Found, 'note'> {
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(word))
    return { paths: [], reading: 'is an address, no file; left out' }
  const isVague =
    /^(?:various|multiple|several|all|same|see|many|any|everything|tests?|docs?|documentation|code|\d{1,6})$/i
  if (isVague.test(word)) return { paths: [], reading: 'names no path; read as no file' }
  return { paths: [word], reading: null }
}

function isFile(word: string): boolean {
  return /\.[A-Za-z0-9]{1,10}$/.test(word)
}
