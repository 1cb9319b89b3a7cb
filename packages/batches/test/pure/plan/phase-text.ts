export interface PhaseOptions {
  readonly number: number
  readonly title?: string
  readonly files?: string
  readonly dependencies?: string
  readonly gates?: readonly string[]
  readonly blueprint?: string
  readonly commands?: readonly string[]
}

/** A phase without faults. */
export function phaseText(options: PhaseOptions): string {
  const { number, title = `Part ${number}`, files = `src/part-${number}.ts`, dependencies = 'None' } = options
  const work =
    options.blueprint === undefined
      ? [`**Files Modified**: ${files}`]
      : [
          `**Blueprint**: ${options.blueprint}`,
          '**Commands**:',
          ...(options.commands ?? []).map((command, i) => `${i + 1}. ${command}`),
        ]
  return [
    `### Phase ${number}: ${title}`,
    '',
    `**Goal**: Have part ${number}`,
    '**Estimated Hours**: 2',
    '**Complexity**: low',
    ...work,
    '',
    `**Dependencies**: ${dependencies}`,
    '**Implementation Steps**:',
    '1. Do it',
    '',
    '**Validation Gates**:',
    ...(options.gates ?? ['3 tests pass']).map((gate) => `- [ ] ${gate}`),
    '',
  ].join('\n')
}
