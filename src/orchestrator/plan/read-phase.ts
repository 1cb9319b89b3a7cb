import type { Finding, FindingCode } from '../finding.ts'
import type { Field, FieldItem } from '../markdown/fields.ts'
import type { DeclaredFile } from './declared-files.ts'
import { readDeclaredFiles, splitList } from './declared-files.ts'
import { fieldNameOf, labelOf } from './field-names.ts'
import type { FieldName } from './field-names.ts'
import { readHours, withoutNote } from './hours.ts'
import { readPhaseReferences } from './phase-references.ts'
import type { PhaseReference } from './phase-references.ts'
import type { PhaseSection } from './phase-sections.ts'
import type { Complexity, Gate, Phase } from './plan.ts'

const REQUIRED: readonly FieldName[] = [
  'goal',
  'hours',
  'complexity',
  'files',
  'dependencies',
  'steps',
  'gates',
]
/** The commands of blueprint work are its steps, and the document is its file. */
const NOT_FOR_BLUEPRINTS: ReadonlySet<FieldName> = new Set(['files', 'steps'])
const COMPLEXITIES: readonly Complexity[] = ['low', 'medium', 'high']

/** Reads the fields of a phase; whatever is wrong is added to `findings`. */
export function readPhase(
  section: PhaseSection,
  number: number,
  all: readonly number[],
  findings: Finding[],
): Phase {
  return new PhaseReader(section, number, findings).read(all)
}

class PhaseReader {
  readonly #section: PhaseSection
  readonly #number: number
  readonly #findings: Finding[]
  readonly #fields = new Map<FieldName, Field>()

  constructor(section: PhaseSection, number: number, findings: Finding[]) {
    this.#section = section
    this.#number = number
    this.#findings = findings
    for (const field of section.fields) this.#keep(field)
  }

  read(all: readonly number[]): Phase {
    const { title, line, source } = this.#section
    const blueprint = this.#blueprint()
    const commands = this.#list('commands')
    const isBlueprint = this.#fields.has('blueprint') || this.#fields.has('commands')
    for (const name of isBlueprint ? (['blueprint', 'commands', ...REQUIRED] as const) : REQUIRED)
      if (!this.#fields.has(name) && !(isBlueprint && NOT_FOR_BLUEPRINTS.has(name))) this.#missing(name)
    const declared = this.#files()
    return {
      number: this.#number,
      title,
      line,
      goal: this.#text('goal') ?? '',
      hours: this.#hours(),
      complexity: this.#complexity(),
      files: withBlueprint(declared, blueprint),
      dependencies: this.#dependencies(all),
      steps: this.#list('steps'),
      gates: this.#list('gates').map(gateOf),
      conflictNotes: this.#fields.has('conflictNotes') ? this.#text('conflictNotes') : null,
      blueprint,
      commands,
      source,
    }
  }

  #keep(field: Field): void {
    const name = fieldNameOf(field.label)
    if (name === null) return
    const first = this.#fields.get(name)
    if (first === undefined) this.#fields.set(name, field)
    else
      this.#add('field-duplicate', name, field, `is given a second time; the first is in line ${first.line}`)
  }

  #missing(name: FieldName): void {
    const start = labelOf(name).slice(0, 4).toLowerCase()
    const near = this.#section.fields.find(
      ({ label }) => fieldNameOf(label) === null && label.toLowerCase().startsWith(start),
    )
    const hint = near === undefined ? '' : `; line ${near.line} has "${near.label}"`
    this.#add('field-missing', name, this.#section, `is missing; expected "**${labelOf(name)}**: ..."${hint}`)
  }

  #text(name: FieldName): string | null {
    const field = this.#fields.get(name)
    if (field === undefined) return null
    const text = field.text || field.items.map((item) => item.text).join(', ')
    if (text === '') this.#add('field-empty', name, field, 'is empty')
    return text
  }

  /** List items; else a comma list for commands and files, else the lines of the text. */
  #entries(name: FieldName): readonly FieldItem[] {
    const field = this.#fields.get(name)
    if (field === undefined) return []
    const inline = field.text === '' ? [] : splitList(field.text).map((text) => ({ ...field, text }))
    const code = field.code.flatMap(({ text, line, column }) =>
      text.split('\n').map((each, i) => ({ text: each.trim(), line: line + 1 + i, column })),
    )
    const entries = [...(name === 'files' || field.items.length === 0 ? inline : []), ...field.items, ...code]
    return entries.filter(({ text }) => text !== '')
  }

  #list(name: FieldName): string[] {
    const field = this.#fields.get(name)
    const entries = this.#entries(name).map(({ text }) => (name === 'commands' ? unquoted(text) : text))
    if (field !== undefined && entries.length === 0) this.#add('field-empty', name, field, 'lists nothing')
    return entries
  }

  #hours(): Phase['hours'] {
    const text = this.#text('hours')
    const hours = text === null ? null : readHours(text)
    if (text !== null && text !== '' && hours === null)
      this.#invalid('hours', `expected hours like 8, 3-4, 6h or 4h (note), got "${text.slice(0, 60)}"`)
    return hours ?? { min: 0, max: 0 }
  }

  #complexity(): Complexity {
    const text = this.#text('complexity')
    const word = withoutNote(text ?? '').toLowerCase()
    const found = COMPLEXITIES.find((each) => each === word)
    if (text !== null && text !== '' && found === undefined)
      this.#invalid('complexity', `expected ${COMPLEXITIES.join(', ')}, got "${text.slice(0, 60)}"`)
    return found ?? 'medium'
  }

  #files(): readonly DeclaredFile[] {
    const entries = this.#entries('files')
    if (this.#fields.has('files')) this.#list('files')
    return this.#paths('files', entries)
  }

  #blueprint(): string | null {
    if (!this.#fields.has('blueprint')) return null
    const text = this.#text('blueprint')!
    const [file, ...more] = this.#paths('blueprint', [{ ...this.#fields.get('blueprint')!, text }])
    if (file === undefined) return null
    if (!file.isGlob && more.length === 0) return file.text
    this.#invalid('blueprint', `expected one file, got "${text.slice(0, 60)}"`)
    return null
  }

  #paths(name: FieldName, entries: readonly FieldItem[]): readonly DeclaredFile[] {
    const { files, refused } = readDeclaredFiles(entries.map(({ text }) => text))
    for (const { entry, text, problem } of refused)
      this.#add('path-invalid', name, entries[entry]!, `"${text.slice(0, 60)}" ${problem}`)
    return files
  }

  #dependencies(all: readonly number[]): readonly PhaseReference[] {
    const field = this.#fields.get('dependencies')
    const text = [
      this.#text('dependencies'),
      ...(field?.text === '' ? [] : (field?.items ?? []).map((item) => item.text)),
    ]
    const { phases, unread } = readPhaseReferences(text.join('\n'), this.#number, all)
    for (const words of unread)
      this.#invalid(
        'dependencies',
        `expected None, Phase N, Phase N-M or All other phases, got "${words.slice(0, 60)}"`,
      )
    return phases.filter(({ phase }) => {
      if (phase === this.#number)
        this.#add('dependency-self', 'dependencies', field!, 'names the phase itself')
      else if (!all.includes(phase))
        this.#add(
          'dependency-unknown',
          'dependencies',
          field!,
          `names phase ${phase}, which the plan does not have`,
        )
      else return true
      return false
    })
  }

  #invalid(name: FieldName, problem: string): void {
    this.#add('field-invalid', name, this.#fields.get(name)!, `cannot be read: ${problem}`)
  }

  #add(
    code: FindingCode,
    name: FieldName,
    { line, column }: { line: number; column: number },
    problem: string,
  ): void {
    this.#findings.push({
      code,
      severity: 'error',
      message: `Phase ${this.#number}: ${labelOf(name)} ${problem}`,
      line,
      column,
      phase: this.#number,
      field: labelOf(name),
    })
  }
}

/** The document is touched whether or not it stands among the files. */
function withBlueprint(files: readonly DeclaredFile[], blueprint: string | null): readonly DeclaredFile[] {
  if (blueprint === null || files.some(({ text }) => text === blueprint)) return files
  return [{ text: blueprint, isGlob: false, isNew: false }, ...files]
}

function gateOf(text: string): Gate {
  const plain = text.replace(/^\[[ xX]\]\s{1,5}/, '')
  return { text: plain, command: /^`\$ ([^`\n]{1,1000})`/.exec(plain)?.[1]?.trim() ?? null }
}

function unquoted(text: string): string {
  return (
    /^(?:`([^`\n]{1,10000})`|"([^"\n]{1,10000})")$/
      .exec(text)
      ?.slice(1)
      .find((part) => part !== undefined) ?? text
  )
}
