/** Phases that a text names, and what of it could not be read. */
export interface PhaseReferences {
  readonly phases: readonly PhaseReference[]
  readonly unread: readonly string[]
}

export interface PhaseReference {
  readonly phase: number
  /** What stood in brackets behind it: why. */
  readonly reason: string | null
}

/** A range wider than this is a typing error. */
const MAX_RANGE = 1000
const NONE = /^(?:none|nothing|n\/a|no dependencies|-|—)$/i
const ONE = /^(?:phases? {0,3})?#?(\d{1,4})$/i
const RANGE = /^(?:phases? {0,3})?(\d{1,4}) {0,3}(?:-|–|—|to|through) {0,3}(?:phase {0,3})?(\d{1,4})$/i
const ALL = /^all (other|previous|prior|earlier|preceding) phases$|^all phases before$/i

/**
 * `None`, `Phase 1 (why)`, `Phase 1, Phase 2 and 3`, `Phase 4-8`, `All other phases`, `All previous phases`.
 *
 * @param all the numbers of all phases of the plan
 */
export function readPhaseReferences(text: string, self: number, all: readonly number[]): PhaseReferences {
  const phases = new Map<number, string | null>()
  const unread: string[] = []
  for (const { words, note } of takeApart(text)) {
    if (words === '' || NONE.test(words)) continue
    const found = numbersIn(words, self, all)
    if (found === null) unread.push(words)
    else for (const phase of found) if (!phases.has(phase)) phases.set(phase, note)
  }
  return { phases: [...phases].map(([phase, reason]) => ({ phase, reason })), unread }
}

function numbersIn(words: string, self: number, all: readonly number[]): readonly number[] | null {
  const one = ONE.exec(words)
  if (one !== null) return [Number(one[1])]
  const every = ALL.exec(words)
  if (every !== null) return all.filter((phase) => (every[1] === 'other' ? phase !== self : phase < self))
  const range = RANGE.exec(words)
  if (range === null) return null
  const [first, last] = [Number(range[1]), Number(range[2])]
  if (last < first || last - first > MAX_RANGE) return null
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Parts between commas, semicolons, line ends and "and", each with the note in brackets that follows it. O(length). */
function takeApart(text: string): { readonly words: string; readonly note: string | null }[] {
  const parts: { words: string; note: string | null }[] = []
  let depth = 0
  let words = ''
  let note = ''
  const close = (): void => {
    for (const part of words.split(/ and | & |\+/i))
      parts.push({
        words: part
          .replace(/^[\s\-*]{1,20}(?=[A-Za-z])/, '')
          .trim()
          .replace(/\.$/, ''),
        note: note.trim() || null,
      })
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
