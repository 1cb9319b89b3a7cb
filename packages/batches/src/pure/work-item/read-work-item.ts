import type { Finding } from '../finding.ts'
import { sortFindings } from '../finding.ts'
import { fieldsOf, refusalOf } from '../markdown/fields.ts'
import type { Field } from '../markdown/fields.ts'
import { splitFrontMatter } from '@blueprint-engine/files/formats'
import { splitSections } from '../markdown/sections.ts'
import { readComplexityWords } from '../plan/complexity-words.ts'
import { readDeclaredFiles, splitList } from '../plan/declared-files.ts'
import type { DeclaredFile } from '../plan/declared-files.ts'
import { fieldNameOf } from '../plan/field-names.ts'
import { fileLines } from '../plan/file-entry.ts'
import { findHours } from '../plan/hours.ts'
import type { Complexity, Gate } from '../plan/plan.ts'
import { readKeys } from './front-matter-keys.ts'
import type { Key, WrittenValue } from './front-matter-keys.ts'
import { FrontMatterValues, keyName } from './front-matter-values.ts'
import { readDependencies } from './read-dependencies.ts'
import { readIdentity } from './read-identity.ts'
import { readItemFileName } from './item-id.ts'
import { readStatus } from './item-status.ts'
import type { Generated, WorkItem, WorkItemReading } from './work-item.ts'

/** Characters of a work item; longer ones are rejected. */
const MAX_ITEM_LENGTH = 1_048_576

/**
 * Reads a work item in whatever words its file uses. Contradictions are warnings with their line: the item is read all
 * the same. O(length).
 *
 * @param file name of the file, which tells the id where the front matter does not
 */
export function readWorkItem(file: string, text: string): WorkItemReading {
  if (text.length > MAX_ITEM_LENGTH) {
    const message = `The work item has ${text.length} characters, more than ${MAX_ITEM_LENGTH}`
    const findings: Finding[] = [{ code: 'too-large', severity: 'error', message, line: 1, column: 1 }]
    return { item: null, refusal: `it has ${text.length} characters, more than ${MAX_ITEM_LENGTH}`, findings }
  }
  const matter = splitFrontMatter(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const findings: Finding[] = []
  const keys = readKeys(matter, findings)
  const sections = splitSections(matter.body, matter.bodyLine)
  const fields = sections
    .filter((section) => refusalOf(section) === null)
    .flatMap((section) => fieldsOf(section, { isKnown: (label) => fieldNameOf(label) !== null }))
  const values = new FrontMatterValues(matter.yaml === null ? keysOfBody(fields) : keys, findings)
  const heading = sections.find(({ depth }) => depth === 1)?.title ?? ''
  const identity = readIdentity(file, values, heading)
  if (typeof identity === 'string') return { item: null, refusal: identity, findings: sortFindings(findings) }
  const read = new ItemReader(values, fields).read()
  const title =
    values.single('title', 'feature_name', 'name', 'feature')?.text ?? titleOf(heading, file) ?? identity.id
  return {
    item: { file, ...identity, title, ...read, body: matter.body },
    refusal: null,
    findings: sortFindings(findings),
  }
}

/** Files without front matter state `**Status**: done` and the like below their heading. */
function keysOfBody(fields: readonly Field[]): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>()
  for (const { label, text, line, column } of fields) {
    const name = keyName(label)
    const single = { text: text.split('\n', 1)[0]!.replace(/^`([^`]{1,200})`$/, '$1'), line, column }
    if (text !== '' && !keys.has(name))
      keys.set(name, {
        name,
        line,
        column,
        single,
        list: null,
        map: null,
        keyEnd: 0,
        valueStart: 0,
        valueEnd: 0,
      })
  }
  return keys
}

/** The heading without the id before it; else what the file's name says. */
function titleOf(heading: string, file: string): string | null {
  const plain = heading.replace(/^[A-Za-z]{2,12}-\d[\w.]{0,20}\s{0,3}[:–—-]?\s{0,3}/, '').trim()
  const slug = readItemFileName(file)?.slug.replaceAll(/[-_]/g, ' ')
  const isNamed = plain !== '' && plain !== heading
  return [isNamed ? plain : '', slug ?? '', plain].find((each) => each !== '') ?? null
}

const TOP = { line: 1, column: 1 }

class ItemReader {
  readonly #values: FrontMatterValues
  readonly #fields: readonly Field[]

  constructor(values: FrontMatterValues, fields: readonly Field[]) {
    this.#values = values
    this.#fields = fields
  }

  read(): Omit<WorkItem, 'file' | 'id' | 'title' | 'batchId' | 'stage' | 'order' | 'body'> {
    const status = this.#values.single('status', 'state')
    const blueprint = this.#blueprint()
    const executor = this.#values.single('executor')?.text.toLowerCase()
    return {
      status: this.#status(status),
      statusText: status?.text ?? '',
      type: this.#values.single('type')?.text ?? null,
      complexity: this.#complexity(),
      hours: this.#hours(),
      priority: this.#values.single('priority')?.text.toLowerCase() ?? null,
      dependencies: readDependencies(this.#values),
      files: this.#files(blueprint),
      executor:
        executor === 'blueprint' || (executor !== 'agent' && blueprint !== null) ? 'blueprint' : 'agent',
      blueprint,
      commands: this.#values.texts('commands'),
      gates: this.#gates(),
      generated: this.#generated(),
    }
  }

  #status(stated: WrittenValue | null): WorkItem['status'] {
    if (stated === null) {
      this.#values.warn('field-missing', 'There is no status', TOP, 'status')
      return 'unknown'
    }
    const status = readStatus(stated.text)
    if (status === 'unknown')
      this.#values.warn(
        'status-unknown',
        `"${stated.text.slice(0, 60)}" is no status that is known`,
        stated,
        'status',
      )
    return status
  }

  #complexity(): Complexity | null {
    const stated = this.#values.single('complexity', 'difficulty')
    if (stated === null) return null
    const found = readComplexityWords(stated.text)
    if (found === null)
      this.#values.warn(
        'field-invalid',
        `complexity: expected low, medium, high, got "${stated.text.slice(0, 60)}"`,
        stated,
        'complexity',
      )
    else if (found.reading !== null)
      this.#values.warn(
        'form',
        `complexity: "${stated.text.slice(0, 60)}" ${found.reading}`,
        stated,
        'complexity',
      )
    return found?.complexity ?? null
  }

  #hours(): WorkItem['hours'] {
    const stated = this.#values.single(
      'estimated_hours',
      'effort_hours',
      'hours',
      'estimate',
      'effort',
      'estimated_effort',
      'estimated_time',
      'time_estimate',
    )
    const hours = stated === null ? null : findHours(stated.text)
    if (stated !== null && hours === null)
      this.#values.warn(
        'field-invalid',
        `estimated_hours: expected hours like 8 or 3-4, got "${stated.text.slice(0, 60)}"`,
        stated,
        'estimated_hours',
      )
    else if (stated !== null && hours !== null && hours.reading !== null)
      this.#values.warn(
        'form',
        `estimated_hours: "${stated.text.slice(0, 60)}" ${hours.reading}`,
        stated,
        'estimated_hours',
      )
    return hours === null ? null : { min: hours.min, max: hours.max }
  }

  /** All that the front matter says is changed or made; where it says nothing, what the body says. */
  #files(blueprint: string | null): readonly DeclaredFile[] {
    const names = this.#values.namesOf((name) => fieldNameOf(name.replaceAll('_', ' ')) === 'files')
    const stated = this.#values.allValues(names)
    const inBody = this.#fields
      .filter(({ label }) => fieldNameOf(label) === 'files')
      .flatMap((field) => [...splitList(field.text).map((text) => ({ ...field, text })), ...field.items])
    const entries = (
      stated.length > 0
        ? stated.flatMap((value) => splitList(value.text).map((text) => ({ ...value, text })))
        : inBody
    ).flatMap((entry) => fileLines(entry.text).map((text) => ({ ...entry, text })))
    const { files, refused, readings } = readDeclaredFiles(entries.map(({ text }) => text))
    for (const { entry, text, problem } of [...refused, ...readings])
      this.#values.warn(
        'path-invalid',
        `"${text.slice(0, 60)}" ${problem}`,
        entries[entry]!,
        'files_modified',
      )
    if (entries.length === 0 && blueprint === null)
      this.#values.warn(
        'field-missing',
        'No files are declared: conflicts with other items cannot be foreseen',
        TOP,
        'files_modified',
      )
    if (blueprint === null || files.some(({ text }) => text === blueprint)) return files
    return [{ text: blueprint, isGlob: false, isNew: false }, ...files]
  }

  #blueprint(): string | null {
    const stated = this.#values.single('blueprint')
    if (stated === null) return null
    const { files, refused } = readDeclaredFiles([stated.text])
    const [file] = files
    if (file !== undefined && !file.isGlob) return file.text
    this.#values.warn(
      'path-invalid',
      `blueprint: "${stated.text.slice(0, 60)}" ${refused[0]?.problem ?? 'is not one file'}`,
      stated,
      'blueprint',
    )
    return null
  }

  #gates(): readonly Gate[] {
    const commands = this.#values.texts('gates').map((command) => ({ text: `\`$ ${command}\``, command }))
    const field = this.#fields.find(({ label }) => fieldNameOf(label) === 'gates')
    const inBody =
      field?.items.map(({ text }) => ({ text: text.replace(/^\[[ xX]\]\s{1,5}/, ''), command: null })) ?? []
    return [...commands, ...inBody.filter(({ text }) => !text.startsWith('`$ '))]
  }

  #generated(): Generated | null {
    const map = this.#values.map('generated')
    const [phase, plan, body] = ['phase', 'plan', 'body'].map((name) => map?.get(name))
    if (phase === undefined || plan === undefined || body === undefined || !/^\d{1,4}$/.test(phase))
      return null
    return { phase: Number(phase), plan, body }
  }
}
