import type { Finding } from '../finding.ts'
import { sortFindings } from '../finding.ts'
import { fieldsOf, refusalOf } from '../markdown/fields.ts'
import type { Field } from '../markdown/fields.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { splitSections } from '../markdown/sections.ts'
import { readDeclaredFiles, splitList } from '../plan/declared-files.ts'
import type { DeclaredFile } from '../plan/declared-files.ts'
import { fieldNameOf } from '../plan/field-names.ts'
import { readHours, withoutNote } from '../plan/hours.ts'
import type { Complexity, Gate } from '../plan/plan.ts'
import { readKeys } from './front-matter-keys.ts'
import type { WrittenValue } from './front-matter-keys.ts'
import { FrontMatterValues } from './front-matter-values.ts'
import { formatItemId, itemIdsIn, parseItemId, readItemFileName } from './item-id.ts'
import type { ItemId } from './item-id.ts'
import { readStatus } from './item-status.ts'
import type { Generated, WorkItem, WorkItemReading } from './work-item.ts'

/** Characters of a work item; longer ones are refused. */
const MAX_ITEM_LENGTH = 1_048_576
const COMPLEXITIES: readonly Complexity[] = ['low', 'medium', 'high']

/**
 * Reads a work item in whatever words its file uses. Contradictions are warnings with their line: the item is read all
 * the same. O(length).
 *
 * @param file name of the file, which tells the id where the front matter does not
 */
export function readWorkItem(file: string, text: string): WorkItemReading {
  if (text.length > MAX_ITEM_LENGTH) {
    const message = `The work item has ${text.length} characters, more than ${MAX_ITEM_LENGTH}`
    return { item: null, findings: [{ code: 'too-large', severity: 'error', message, line: 1, column: 1 }] }
  }
  const matter = splitFrontMatter(text.replaceAll('\r\n', '\n'))
  const findings: Finding[] = []
  const values = new FrontMatterValues(readKeys(matter, findings), findings)
  const item = new ItemReader(file, values, matter.body, matter.bodyLine).read()
  return { item, findings: sortFindings(findings) }
}

const TOP = { line: 1, column: 1 }

class ItemReader {
  readonly #file: string
  readonly #values: FrontMatterValues
  readonly #body: string
  readonly #fields: readonly Field[]

  constructor(file: string, values: FrontMatterValues, body: string, bodyLine: number) {
    this.#file = file
    this.#values = values
    this.#body = body
    this.#fields = splitSections(body, bodyLine)
      .filter((section) => refusalOf(section) === null)
      .flatMap((section) => fieldsOf(section, () => false))
  }

  read(): WorkItem | null {
    const id = this.#id()
    if (id === null) return null
    const parsed = parseItemId(id)
    const status = this.#values.single('status')
    const blueprint = this.#blueprint()
    const commands = this.#values.texts('commands')
    const executor = this.#values.single('executor')?.text.toLowerCase()
    return {
      file: this.#file,
      id,
      title:
        this.#values.single('title', 'feature_name', 'name')?.text ??
        readItemFileName(this.#file)?.slug.replaceAll('-', ' ') ??
        id,
      status: this.#status(status),
      statusText: status?.text ?? '',
      batchId: this.#batch(parsed),
      stage: this.#number(parsed, 'stage', 'stage'),
      order: this.#number(parsed, 'order', 'order', 'execution_order'),
      type: this.#values.single('type')?.text ?? null,
      complexity: this.#complexity(),
      hours: this.#hours(),
      priority: this.#values.single('priority')?.text.toLowerCase() ?? null,
      dependencies: this.#dependencies(),
      files: this.#files(blueprint),
      executor:
        executor === 'blueprint' || (executor !== 'agent' && blueprint !== null) ? 'blueprint' : 'agent',
      blueprint,
      commands,
      gates: this.#gates(),
      generated: this.#generated(),
      body: this.#body,
    }
  }

  #id(): string | null {
    const stated = this.#values.single('prp_id', 'id')
    const named = readItemFileName(this.#file)
    if (stated === null) {
      this.#values.warn(
        'id-missing',
        named === null
          ? 'There is no prp_id, and the file name tells none'
          : `There is no prp_id; the file name says ${named.id}`,
        TOP,
        'prp_id',
      )
      return named?.id ?? null
    }
    const parsed = parseItemId(stated.text)
    const id = parsed === null ? stated.text : formatItemId(parsed)
    if (stated.text !== id) this.#values.warn('form', `"${stated.text}" stands for ${id}`, stated, 'prp_id')
    else if (parsed === null)
      this.#values.warn('form', `"${id.slice(0, 60)}" is no id like PRP-47.2.1`, stated, 'prp_id')
    if (named !== null && named.id !== id)
      this.#values.warn('id-contradiction', `prp_id says ${id}, the file name ${named.id}`, stated, 'prp_id')
    return id
  }

  #batch(id: ItemId | null): string | null {
    const stated = this.#values.single('batch_id', 'batch')
    if (stated !== null && id !== null && stated.text !== id.batch)
      this.#values.warn(
        'id-contradiction',
        `The batch is ${stated.text} here and ${id.batch} in the id`,
        stated,
        'batch_id',
      )
    return stated?.text ?? id?.batch ?? null
  }

  /** What is stated counts: real files renumber stages and leave the ids as they are. */
  #number(id: ItemId | null, part: 'stage' | 'order', ...names: readonly string[]): number | null {
    const stated = this.#values.single(...names)
    if (stated === null) return id?.[part] ?? null
    const number = /^(?:stage-)?(\d{1,6})(?:-\w{1,20})?$/i.exec(stated.text)?.[1]
    if (number === undefined) {
      this.#values.warn(
        'field-invalid',
        `${part}: expected a whole number, got "${stated.text.slice(0, 60)}"`,
        stated,
        part,
      )
      return id?.[part] ?? null
    }
    if (stated.text !== number)
      this.#values.warn('form', `${part}: "${stated.text.slice(0, 60)}" stands for ${number}`, stated, part)
    // `execution_order` counts through the batch, the id within the stage: no contradiction.
    const isWithinStage = this.#values.has(part) && names.includes(part)
    if (id !== null && Number(number) !== id[part] && isWithinStage)
      this.#values.warn(
        'id-contradiction',
        `The ${part} is ${number} here and ${id[part]} in the id`,
        stated,
        part,
      )
    return Number(number)
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
    const stated = this.#values.single('complexity')
    const found = COMPLEXITIES.find((each) => each === stated?.text.toLowerCase())
    if (stated !== null && found === undefined)
      this.#values.warn(
        'field-invalid',
        `complexity: expected ${COMPLEXITIES.join(', ')}, got "${stated.text.slice(0, 60)}"`,
        stated,
        'complexity',
      )
    return found ?? null
  }

  #hours(): WorkItem['hours'] {
    const stated = this.#values.single('estimated_hours', 'effort_hours', 'hours')
    const hours = stated === null ? null : readHours(stated.text)
    if (stated !== null && hours === null)
      this.#values.warn(
        'field-invalid',
        `estimated_hours: expected hours like 8 or 3-4, got "${stated.text.slice(0, 60)}"`,
        stated,
        'estimated_hours',
      )
    return hours
  }

  #dependencies(): string[] {
    const found = new Set<string>()
    for (const value of this.#values.values('dependencies')) {
      const { ids, rest } = itemIdsIn(value.text)
      for (const id of ids) found.add(id)
      const left = withoutNote(rest).replaceAll(/[,;\s]|\band\b/g, '')
      if (left !== '' && !/^(?:none|n\/a|\[\]|-)$/i.test(left))
        this.#values.warn(
          'dependency-prose',
          `"${value.text.slice(0, 60)}" is more than ids; ${ids.length === 0 ? 'none was found' : `read as ${ids.join(', ')}`}`,
          value,
          'dependencies',
        )
    }
    return [...found]
  }

  #files(blueprint: string | null): readonly DeclaredFile[] {
    const stated = this.#values.values('files_modified', 'files')
    const field = this.#fields.find(({ label }) => fieldNameOf(label) === 'files')
    const inBody =
      field === undefined
        ? []
        : [...splitList(field.text).map((text) => ({ ...field, text })), ...field.items]
    const entries =
      stated.length > 0
        ? stated.flatMap((value) => splitList(value.text).map((text) => ({ ...value, text })))
        : inBody
    const { files, refused } = readDeclaredFiles(entries.map(({ text }) => text))
    for (const { entry, text, problem } of refused)
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
