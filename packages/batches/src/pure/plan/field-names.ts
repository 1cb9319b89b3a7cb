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

/** The fields of a phase by the labels they go under, best first; the first is written. */
const FIELD_LABELS: Readonly<Record<FieldName, readonly [string, ...string[]]>> = {
  goal: ['goal', 'objective', 'purpose', 'goals', 'objectives', 'description', 'summary'],
  hours: [
    'estimated hours',
    'estimated time',
    'estimated effort',
    'estimated duration',
    'time estimate',
    'effort estimate',
    'estimate',
    'estimates',
    'effort',
    'hours',
    'duration',
    'time',
  ],
  complexity: ['complexity', 'difficulty'],
  files: ['files modified', 'files', 'files to modify', 'files created', 'files modified/created'],
  dependencies: [
    'dependencies',
    'depends on',
    'dependency',
    'depends',
    'requires',
    'prerequisites',
    'prerequisite',
    'blocked by',
  ],
  steps: [
    'implementation steps',
    'steps',
    'tasks',
    'implementation tasks',
    'implementation plan',
    'implementation',
    'action items',
    'work',
    'subtasks',
    'to do',
    'todo',
  ],
  gates: [
    'validation gates',
    'gates',
    'validation',
    'validations',
    'validation criteria',
    'validation steps',
    'acceptance criteria',
    'success criteria',
    'verification',
    'definition of done',
    'done when',
    'exit criteria',
    'quality gates',
    'checks',
  ],
  conflictNotes: ['conflict notes', 'conflicts', 'conflict potential', 'conflict risk', 'merge notes'],
  blueprint: ['blueprint'],
  commands: ['commands'],
}

const byLabel = new Map<string, FieldName>()
for (const [name, labels] of Object.entries(FIELD_LABELS))
  // Object.entries forgets the keys' type.
  for (const label of labels) byLabel.set(label, name as FieldName)

/** Files under any label that says they are changed: `Files Created`, `New files`, `Affected Files`. */
const CHANGED_FILES =
  /^(?=.{0,80}\bfiles?\b)(?=.{0,80}\b(?:modif\w{0,10}|creat\w{0,10}|chang\w{0,10}|touch\w{0,10}|affect\w{0,10}|add\w{0,10}|delet\w{0,10}|remov\w{0,10}|renam\w{0,10}|mov\w{0,10}|updat\w{0,10}|edit\w{0,10}|new|output|target)\b)/
const UNCHANGED = /\b(?:not|no|un\w{1,20}|read|read-only|reference\w{0,3}|without|related|out of scope)\b/

export function fieldNameOf(label: string): FieldName | null {
  const plain = plainLabel(label)
  const known = byLabel.get(plain)
  if (known !== undefined) return known
  return plain.length <= 80 && CHANGED_FILES.test(plain) && !UNCHANGED.test(plain) ? 'files' : null
}

/** How well a label fits its field: of several that are given, the lowest counts. */
export function labelRank(name: FieldName, label: string): number {
  const rank = FIELD_LABELS[name].indexOf(plainLabel(label))
  return rank === -1 ? FIELD_LABELS[name].length : rank
}

/** `3. Validation Gates (L1-L4):` is `validation gates`. */
function plainLabel(label: string): string {
  return label
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[*_`]{1,3}/g, ' ')
    .replace(/\([^()]{0,150}\)\s{0,5}:?\s{0,5}$/, '')
    .replace(/^[^a-z]{1,20}/, '')
    .replace(/[\s:]{1,10}$/, '')
    .replaceAll(/\s{1,10}/g, ' ')
}

/** How a field is called in messages and written into files. */
export function labelOf(name: FieldName): string {
  return FIELD_LABELS[name][0].replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
