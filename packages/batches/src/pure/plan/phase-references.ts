/** Phases that a text names, and what of it could not be read. */
export interface PhaseReferences {
  readonly phases: readonly PhaseReference[]
  /** What is in doubt: it names phases in a way that could mean something else. */
  readonly unread: readonly string[]
  /** Words that are more than a reference, with how they were read. */
  readonly readings: readonly {
    readonly words: string
    readonly reading: string
  }[]
}

export interface PhaseReference {
  readonly phase: number
  /** What stood in brackets behind it: why. */
  readonly reason: string | null
}

/** The phases of a plan: their numbers, and what they are called in it. */
export interface PhaseNames {
  readonly all: readonly number[]
  /** Numbers by a label that is not a number (`1a`), or that means several (`2` of `2.1` and `2.2`). */
  readonly labels?: ReadonlyMap<string, readonly number[]>
  readonly titles?: ReadonlyMap<string, number>
}

/** A range wider than this is a typing error. */
const MAX_RANGE = 1000
const NONE = /^(?:none|nothing|n\/a|no dependenc(?:y|ies)|no prerequisites?|independent|standalone|[-–—])$/i
const BEGINS_WITH_NONE = /^(?:none|nothing|n\/a|no dependenc(?:y|ies)|no prerequisites?)\b/i
const LABEL = String.raw`#?(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)`
const ONE = new RegExp(String.raw`^(?:phases? {0,3})?${LABEL}$`, 'i')
const RANGE = /^(?:phases? {0,3})?(\d{1,4}) {0,3}(?:-|–|—|to|through) {0,3}(?:phase {0,3})?(\d{1,4})$/i
const ALL =
  /^(?:all|every|each)(?: (?:of the )?)(other|previous|prior|earlier|preceding|above)? ?phases?(?: before| above)?$/i
const ALL_BEFORE = /before|previous|prior|earlier|preceding|above/i
/** Where phases are named within other words. */
const WITHIN = new RegExp(
  String.raw`\bphases?[ #]{1,3}${LABEL}(?: {0,3}(?:-|–|—|to|through) {0,3}(?:phase {0,3})?(\d{1,4}))?(?![\w.]\w)`,
  'gi',
)
const ELSEWHERE = /\b(?:PRP|batch|ticket|issue)[- ]?#?\d/i
/** Reports that a phase is no dependency. */
const NO_DEPENDENCY = /\b(?:parallel|independent|simultaneous\w{0,2}|concurrent\w{0,2})\b/i
/** Turns the meaning round, or leaves it open. */
const IN_DOUBT =
  /\b(?:not|except|unless|or|either|instead)\b|\b(?:before|blocks?|without|unlocks?|enables?)\b.{0,40}\bphases?\b/i
const ALL_BUT = /^all (?:other )?phases? (?:except|but|apart from)(?: for)? (?:phase )?#?(\d{1,4})$/i

/**
 * `None`, `Phase 1 (why)`, `Phase 1, Phase 2 and 3`, `Phase 4-8`, `All other phases`, `soft dependency on Phase 2`. What is
 * more than a plain reference comes with how it was read.
 */
export function readPhaseReferences(
  text: string,
  self: number,
  all: readonly number[],
  names: Omit<PhaseNames, 'all'> = {},
): PhaseReferences {
  const phases = new Map<number, string | null>()
  const unread: string[] = []
  const readings: { words: string; reading: string }[] = []
  for (const { words, note } of clausesOf(text)) {
    if (words === '' || NONE.test(words)) continue
    const found = readClause(words, self, { all, ...names })
    if (found === 'in doubt') unread.push(words)
    else {
      if (found.reading !== null) readings.push({ words, reading: found.reading })
      for (const phase of found.phases) if (!phases.has(phase)) phases.set(phase, note)
    }
  }
  return {
    phases: [...phases].map(([phase, reason]) => ({ phase, reason })),
    unread,
    readings,
  }
}

interface Clause {
  readonly phases: readonly number[]
  readonly reading: string | null
}

function readClause(words: string, self: number, names: PhaseNames): Clause | 'in doubt' {
  const plain = plainReference(words, self, names)
  if (plain !== null) return plain === 'in doubt' ? plain : { phases: plain, reading: null }
  const isNone = BEGINS_WITH_NONE.test(words)
  const found = [...words.matchAll(WITHIN)].map(([, label, last]) =>
    last === undefined ? phasesOf(label!, names) : rangeOf(label!, last),
  )
  if (found.includes(null)) return 'in doubt'
  const phases = [...new Set(found.flatMap((each) => each ?? []))]
  if (isNone || (phases.length > 0 && NO_DEPENDENCY.test(words)))
    return {
      phases: [],
      reading: phases.length === 0 && /^\S{1,20}[\s:,–—-]/.test(words) ? null : 'read as no dependency',
    }
  if (phases.length > 0 && IN_DOUBT.test(words)) return 'in doubt'
  if (phases.length > 0) return { phases, reading: `read as ${textOf(phases)}` }
  if (/^phases?$/i.test(words)) return 'in doubt'
  const titled = names.titles?.get(words.toLowerCase())
  if (titled !== undefined) return { phases: [titled], reading: `read as ${textOf([titled])}` }
  if (/\bphases?\b/i.test(words) && !ELSEWHERE.test(words)) return 'in doubt'
  return {
    phases: [],
    reading: 'names no phase; read as something outside of the plan',
  }
}

/** Null if it is more than a reference. */
function plainReference(
  words: string,
  self: number,
  names: PhaseNames,
): readonly number[] | null | 'in doubt' {
  const one = ONE.exec(words)
  if (one !== null) return phasesOf(one[1]!, names)
  const every = ALL.exec(words)
  if (every !== null)
    return names.all.filter((phase) => (ALL_BEFORE.test(words) ? phase < self : phase !== self))
  const left = ALL_BUT.exec(words)
  if (left !== null) return names.all.filter((phase) => phase !== self && phase !== Number(left[1]))
  const range = RANGE.exec(words)
  return range === null ? null : (rangeOf(range[1]!, range[2]!) ?? 'in doubt')
}

function phasesOf(label: string, { labels }: PhaseNames): readonly number[] {
  const named = labels?.get(label.toLowerCase())
  if (named !== undefined) return named
  // A label that the plan does not have: the number is rejected as unknown by whoever asks.
  return [/^\d{1,4}$/.test(label) ? Number(label) : Number.NaN]
}

function rangeOf(from: string, to: string): readonly number[] | null {
  const [first, last] = [Number(from), Number(to)]
  if (!Number.isInteger(first) || last < first || last - first > MAX_RANGE) return null
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function textOf(phases: readonly number[]): string {
  return phases.map((phase) => `Phase ${phase}`).join(', ')
}

/** Parts between commas, semicolons, line ends and "and", each with the note in brackets or behind a dash that follows it. O(length). */
function clausesOf(text: string): { readonly words: string; readonly note: string | null }[] {
  const parts: { words: string; note: string | null }[] = []
  let depth = 0
  let words = ''
  let note = ''
  const close = (): void => {
    for (const part of splitAtAnd(words)) {
      const [head = '', ...rest] = withoutMarks(part).split(/\s[-–—]\s(?!\d)|:\s|\s(?:→|->)\s/)
      const own = rest.join(' - ').trim()
      // A dash within other words is no note: only a reference has one.
      if (own !== '' && isReference(head)) parts.push({ words: head.trim(), note: own })
      else parts.push({ words: withoutMarks(part), note: note.trim() || null })
    }
    words = ''
    note = ''
  }
  for (const character of text) {
    if (character === '(') depth++
    if (depth > 0)
      note += character === '(' && depth === 1 ? '' : character === ')' && depth === 1 ? '' : character
    else if (character === ',' || character === ';' || character === '\n') close()
    else words += character
    if (character === ')' && depth > 0) depth--
  }
  close()
  return parts
}

/** "and" separates references; within other words it is a word. */
function splitAtAnd(words: string): readonly string[] {
  const parts = words.split(/\sand\s|\s&\s|\+|^\s{0,3}and\s/i)
  return parts.every(
    (part) => part.trim() === '' || isReference(withoutMarks(part).split(/\s[-–—]\s/, 1)[0]!),
  )
    ? parts
    : [words]
}

function isReference(words: string): boolean {
  const plain = words.trim()
  return NONE.test(plain) || ONE.test(plain) || RANGE.test(plain) || ALL.test(plain)
}

function withoutMarks(text: string): string {
  return text
    .replace(/^[\s\-*[\]]{1,20}(?=[A-Za-z])/, '')
    .replaceAll(/\*\*|`/g, '')
    .replace(/^\s{0,9}and\s/i, '')
    .trim()
    .replace(/\.$/, '')
}
