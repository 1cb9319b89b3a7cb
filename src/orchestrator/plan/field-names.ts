export type FieldName =
  | 'goal'
  | 'hours'
  | 'complexity'
  | 'files'
  | 'dependencies'
  | 'steps'
  | 'gates'
  | 'conflictNotes'
  | 'blueprint'
  | 'commands'

/** The fields of a phase by the labels they go under; the first is written. */
const FIELD_LABELS: Readonly<Record<FieldName, readonly [string, ...string[]]>> = {
  goal: ['goal', 'objective'],
  hours: ['estimated hours', 'estimate', 'effort', 'hours'],
  complexity: ['complexity'],
  files: ['files modified', 'files', 'files to modify', 'files created', 'files modified/created'],
  dependencies: ['dependencies', 'depends on', 'dependency'],
  steps: ['implementation steps', 'steps'],
  gates: ['validation gates', 'gates', 'validation'],
  conflictNotes: ['conflict notes'],
  blueprint: ['blueprint'],
  commands: ['commands'],
}

const byLabel = new Map<string, FieldName>()
for (const [name, labels] of Object.entries(FIELD_LABELS))
  // Object.entries forgets the keys' type.
  for (const label of labels) byLabel.set(label, name as FieldName)

export function fieldNameOf(label: string): FieldName | null {
  return byLabel.get(label.trim().replace(/:$/, '').toLowerCase()) ?? null
}

/** How a field is called in messages and written into files. */
export function labelOf(name: FieldName): string {
  return FIELD_LABELS[name][0].replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
