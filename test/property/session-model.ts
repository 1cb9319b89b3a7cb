/** A document as it was, by its text: a deep copy. */
interface State {
  readonly text: string
}

interface Entry {
  readonly after: State
  label: string
}

interface Line {
  readonly name: string
  readonly entries: Entry[]
  applied: number
}

/** What a session should be, kept the naive way: every state of every branch is a copy of the whole document. */
export class SessionModel {
  readonly #base: State
  readonly #lines = new Map<string, Line>()
  readonly #names = new Map<string, State>()
  #line: Line

  constructor(text: string) {
    this.#base = { text }
    this.#line = { name: 'main', entries: [], applied: 0 }
    this.#lines.set('main', this.#line)
  }

  get text(): string {
    return this.#stateAt(this.#line, this.#line.applied).text
  }

  get position(): number {
    return this.#line.applied
  }

  get length(): number {
    return this.#line.entries.length
  }

  get history(): unknown {
    return this.#line.entries.map(({ after, label }, i) => {
      const name = [...this.#names].findLast(([, state]) => state === after)?.[0]
      return { step: i + 1, label, ...(name !== undefined && { name }), applied: i < this.#line.applied }
    })
  }

  get branches(): { name: string; steps: number; isCurrent: boolean }[] {
    return [...this.#lines.values()].map((line) => ({
      name: line.name,
      steps: line.entries.length,
      isCurrent: line === this.#line,
    }))
  }

  get checkpoints(): string[] {
    return [...this.#names.keys()]
  }

  textAt(step: number): string {
    return this.#stateAt(this.#line, step).text
  }

  push(label: string, text: string): void {
    this.#line.entries.splice(this.#line.applied)
    this.#line.entries.push({ after: { text }, label })
    this.#line.applied++
    this.#forget()
  }

  /** False if it has to be refused. */
  rollbackTo(step: number): boolean {
    if (step < 0 || step > this.#line.entries.length) return false
    this.#line.applied = step
    return true
  }

  rollbackToName(name: string): boolean {
    const found = this.#find(name)
    if (found === null) return false
    this.#line = found.line
    this.#line.applied = found.applied
    return true
  }

  checkpoint(name: string, step: number): boolean {
    if (step < 0 || step > this.#line.entries.length) return false
    this.#names.delete(name)
    this.#names.set(name, this.#stateAt(this.#line, step))
    return true
  }

  rename(step: number, label: string): boolean {
    const entry = this.#line.entries[step - 1]
    if (entry === undefined) return false
    entry.label = label
    return true
  }

  squash(from: number, to: number): boolean {
    const { entries, applied } = this.#line
    if (from < 1 || to < from || to > entries.length || (applied >= from && applied < to)) return false
    const parts = entries.slice(from - 1, to)
    const whole = { after: parts.at(-1)!.after, label: parts.map(({ label }) => label).join('; ') }
    for (const line of this.#lines.values()) {
      if (!parts.every((part, i) => line.entries[from - 1 + i] === part)) continue
      if (line.applied >= from && line.applied < to) continue
      line.entries.splice(from - 1, parts.length, whole)
      if (line.applied >= to) line.applied -= parts.length - 1
    }
    this.#forget()
    return true
  }

  branch(name: string, at: number | string): boolean {
    const found =
      typeof at === 'string'
        ? this.#find(at)
        : at >= 0 && at <= this.#line.entries.length
          ? { line: this.#line, applied: at }
          : null
    if (this.#lines.has(name) || found === null) return false
    const { line, applied } = found
    this.#line = { name, entries: line.entries.slice(0, applied), applied }
    this.#lines.set(name, this.#line)
    return true
  }

  switchTo(name: string): boolean {
    const line = this.#lines.get(name)
    if (line === undefined) return false
    this.#line = line
    return true
  }

  removeBranch(name: string): boolean {
    const line = this.#lines.get(name)
    if (line === undefined || line === this.#line) return false
    this.#lines.delete(name)
    this.#forget()
    return true
  }

  #stateAt(line: Line, applied: number): State {
    return applied === 0 ? this.#base : line.entries[applied - 1]!.after
  }

  #find(name: string): { line: Line; applied: number } | null {
    const state = this.#names.get(name)
    if (state === undefined) return null
    for (const line of [this.#line, ...this.#lines.values()])
      for (let applied = 0; applied <= line.entries.length; applied++)
        if (this.#stateAt(line, applied) === state) return { line, applied }
    return null
  }

  /** Names of states that no branch has any more. */
  #forget(): void {
    const states = new Set(
      [...this.#lines.values()].flatMap(({ entries }) => entries.map(({ after }) => after)),
    )
    states.add(this.#base)
    for (const [name, state] of this.#names) if (!states.has(state)) this.#names.delete(name)
  }
}
