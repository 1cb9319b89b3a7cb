import type { Finding, FindingCode } from '../finding.ts'
import type { Field, FieldItem } from '../markdown/fields.ts'
import { readComplexityWords } from './complexity-words.ts'
import { readDeclaredFiles, splitList } from './declared-files.ts'
import type { DeclaredFile } from './declared-files.ts'
import { labelOf } from './field-names.ts'
import type { FieldName } from './field-names.ts'
import { fileLines } from './file-entry.ts'
import { findHours } from './hours.ts'
import { collectFields } from './collect-fields.ts'
import type { NumberedPhase } from './phase-numbers.ts'
import { readPhaseReferences } from './phase-references.ts'
import type { PhaseNames, PhaseReference } from './phase-references.ts'
import type { PhaseSection } from './phase-sections.ts'
import { gateOf, linesOfCode, listOf, unquoted, withBlueprint, withCode } from './phase-values.ts'
import type { Complexity, Phase } from './plan.ts'

/** What a phase should say; all but the commands of blueprint work can be done without. */
const EXPECTED: readonly FieldName[] = [
  'goal',
  'hours',
  'complexity',
  'files',
  'dependencies',
  'steps',
  'gates',
]
/** How a phase is read that does not say it. */
const WITHOUT: Readonly<Partial<Record<FieldName, string>>> = {
  goal: 'read as the title',
  hours: 'read as unknown',
  complexity: 'read as medium',
  files: 'conflicts with other phases cannot be foreseen',
  dependencies: 'read as None',
  steps: 'the goal is all that is said',
  gates: 'nothing is checked but the files',
}
/** The commands of blueprint work are its steps, and the document is its file. */
const NOT_FOR_BLUEPRINTS: ReadonlySet<FieldName> = new Set(['files', 'steps'])

const CHECK_BOX = /^(?:[-*]\s{1,3})?\[[ xX]\]\s{1,5}/

/**
 * Reads the fields of a phase. What leaves the meaning in doubt is an error in `findings`, what was read with some freedom a
 * warning that says how.
 */
export function readPhase(phase: NumberedPhase, names: PhaseNames, findings: Finding[]): Phase {
  return new PhaseReader(phase, findings).read(names)
}

class PhaseReader {
  readonly #section: PhaseSection
  readonly #number: number
  readonly #findings: Finding[]
  readonly #fields: ReadonlyMap<FieldName, Field>

  constructor({ section, number }: NumberedPhase, findings: Finding[]) {
    this.#section = section
    this.#number = number
    this.#findings = findings
    this.#fields = collectFields(section.fields, (code, severity, name, place, problem) =>
      this.#add(code, severity, name, place, problem),
    )
  }

  read(names: PhaseNames): Phase {
    const { title, line, source } = this.#section
    const isBlueprint = this.#fields.has('blueprint') || this.#fields.has('commands')
    const blueprint = this.#blueprint()
    const commands = this.#list('commands')
    const declared = this.#paths('files', this.#fileEntries())
    const steps = this.#list('steps')
    this.#tellMissing(isBlueprint, declared.length > 0 || steps.length > 0)
    return {
      number: this.#number,
      title,
      line,
      goal: this.#text('goal') ?? title,
      hours: this.#hours(),
      complexity: this.#complexity(),
      files: withBlueprint(declared, blueprint),
      dependencies: this.#dependencies(names),
      steps,
      gates: this.#list('gates').map(gateOf),
      conflictNotes: this.#fields.has('conflictNotes') ? this.#text('conflictNotes') : null,
      blueprint,
      commands,
      source,
    }
  }

  #tellMissing(isBlueprint: boolean, saysWhat: boolean): void {
    if (isBlueprint)
      for (const name of ['blueprint', 'commands'] as const)
        if (!this.#fields.has(name))
          this.#add(
            'field-missing',
            'error',
            name,
            this.#section,
            `is missing; expected "**${labelOf(name)}**: ..."`,
          )
    if (!isBlueprint && !saysWhat)
      this.#add(
        'field-missing',
        'error',
        'steps',
        this.#section,
        'is missing, and no file is named: what is to be done is not said; expected "**Implementation Steps**:" or "**Files Modified**:"',
      )
    for (const name of EXPECTED) {
      if (this.#fields.has(name) || (NOT_FOR_BLUEPRINTS.has(name) && (isBlueprint || !saysWhat))) continue
      this.#add(
        'field-missing',
        'warning',
        name,
        this.#section,
        `is missing; ${WITHOUT[name]!}${this.#similar(name)}`,
      )
    }
  }

  /** A label that is nearly the field's: perhaps it was meant. */
  #similar(name: FieldName): string {
    const start = labelOf(name).slice(0, 4).toLowerCase()
    const near = this.#section.fields.find(({ label }) => label.toLowerCase().startsWith(start))
    return near === undefined ? '' : `; line ${near.line} has "${near.label.slice(0, 60)}"`
  }

  #text(name: FieldName): string | null {
    const field = this.#fields.get(name)
    if (field === undefined) return null
    const text = field.text || field.items.map((item) => item.text).join(', ')
    if (text === '' && name in WITHOUT)
      this.#add('field-empty', 'warning', name, field, `is empty; ${WITHOUT[name]!}`)
    return text === '' ? null : text
  }

  /** The items of lists with the code below them; without a list the lines of the text, for commands its parts. */
  #entries(name: FieldName): readonly FieldItem[] {
    const field = this.#fields.get(name)
    if (field === undefined) return []
    const { line, column, text } = field
    const parts = name === 'files' || name === 'commands' ? splitList(text) : text.split('\n')
    const inline = (name === 'files' || field.items.length === 0 ? parts : []).map((part) => ({
      text: part.trim(),
      line,
      column,
    }))
    const isProse = name === 'steps' && field.items.length > 0
    const code = isProse ? [] : field.code.flatMap(linesOfCode)
    const items = isProse ? withCode(field.items, field.code) : field.items
    return [...inline, ...items, ...code]
      .map((entry) => ({ ...entry, text: entry.text.replace(CHECK_BOX, '') }))
      .filter((entry) => entry.text !== '')
  }

  #list(name: FieldName): string[] {
    const field = this.#fields.get(name)
    const entries = this.#entries(name).map(({ text }) => (name === 'commands' ? unquoted(text) : text))
    if (field !== undefined && entries.length === 0)
      this.#add('field-empty', name === 'commands' ? 'error' : 'warning', name, field, 'lists nothing')
    return entries
  }

  #hours(): Phase['hours'] {
    const text = this.#text('hours')
    const hours = text === null ? null : findHours(text)
    if (text !== null && hours === null)
      this.#read('hours', `"${text.slice(0, 60)}" is no number of hours like 8, 3-4 or 6h; read as unknown`)
    else if (hours !== null && hours.reading !== null)
      this.#read('hours', `"${text!.slice(0, 60)}" is ${hours.reading}`)
    return hours === null ? { min: 0, max: 0 } : { min: hours.min, max: hours.max }
  }

  #complexity(): Complexity {
    const text = this.#text('complexity')
    const found = text === null ? null : readComplexityWords(text)
    if (text !== null && found?.reading !== null)
      this.#read(
        'complexity',
        `"${text.slice(0, 60)}" is not low, medium or high; ${found?.reading ?? 'read as medium'}`,
      )
    return found?.complexity ?? 'medium'
  }

  #fileEntries(): readonly FieldItem[] {
    const field = this.#fields.get('files')
    const entries = this.#entries('files').flatMap((item) =>
      fileLines(item.text).map((text) => ({ ...item, text })),
    )
    if (field !== undefined && entries.length === 0)
      this.#add('field-empty', 'warning', 'files', field, `lists nothing; ${WITHOUT.files!}`)
    return entries
  }

  #blueprint(): string | null {
    if (!this.#fields.has('blueprint')) return null
    const text = this.#text('blueprint') ?? ''
    const [file, ...more] = this.#paths('blueprint', [{ ...this.#fields.get('blueprint')!, text }])
    if (file !== undefined && !file.isGlob && more.length === 0) return file.text
    this.#add(
      'field-invalid',
      'error',
      'blueprint',
      this.#fields.get('blueprint')!,
      `cannot be read: expected one file, got "${text.slice(0, 60)}"`,
    )
    return null
  }

  #paths(name: FieldName, entries: readonly FieldItem[]): readonly DeclaredFile[] {
    const { files, refused, readings } = readDeclaredFiles(entries.map(({ text }) => text))
    for (const { entry, text, problem } of refused)
      this.#add('path-invalid', 'error', name, entries[entry]!, `"${text.slice(0, 60)}" ${problem}`)
    for (const { entry, text, problem } of readings)
      this.#add('form', 'warning', name, entries[entry]!, `"${text.slice(0, 60)}" ${problem}`)
    return files
  }

  #dependencies(names: PhaseNames): readonly PhaseReference[] {
    const field = this.#fields.get('dependencies')
    if (field === undefined) return []
    const text = [
      this.#text('dependencies'),
      ...(field.text === '' ? [] : field.items.map((item) => item.text)),
    ]
    const { phases, unread, readings } = readPhaseReferences(text.join('\n'), this.#number, names.all, names)
    for (const { words, reading } of readings)
      this.#read('dependencies', `"${words.slice(0, 60)}" ${reading}`)
    for (const words of unread)
      this.#add(
        'field-invalid',
        'error',
        'dependencies',
        field,
        `cannot be read: expected None, Phase N, Phase N-M or All other phases, got "${words.slice(0, 60)}"`,
      )
    return phases.filter(({ phase }) => this.#isThere(phase, field, names))
  }

  #isThere(phase: number, field: Field, { all }: PhaseNames): boolean {
    if (phase === this.#number)
      this.#add('dependency-self', 'error', 'dependencies', field, 'names the phase itself')
    else if (all.includes(phase)) return true
    else
      this.#add(
        'dependency-unknown',
        'error',
        'dependencies',
        field,
        `names ${Number.isNaN(phase) ? 'a phase' : `phase ${phase}`}, which the plan does not have; it has ${listOf(all)}`,
      )
    return false
  }

  #read(name: FieldName, problem: string): void {
    this.#add('form', 'warning', name, this.#fields.get(name)!, problem)
  }

  #add(
    code: FindingCode,
    severity: Finding['severity'],
    name: FieldName,
    { line, column }: { line: number; column: number },
    problem: string,
  ): void {
    this.#findings.push({
      code,
      severity,
      message: `Phase ${this.#number}: ${labelOf(name)} ${problem}`,
      line,
      column,
      phase: this.#number,
      field: labelOf(name),
    })
  }
}
