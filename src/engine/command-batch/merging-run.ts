import type { Step } from '../../command/step.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { readSetOf } from '../../decompose/read-set.ts'
import type { ReadSet } from '../../decompose/read-set.ts'
import { accessOf } from '../../execute/step-access.ts'
import type { Answer } from '../answer.ts'
import type { CommandBatchGroup } from './command-batch.ts'
import { CommandBatchLog } from './command-batch-log.ts'
import type { CommandBatchHost } from './command-batch-host.ts'
import { Claims } from './claims.ts'
import type { Dependencies } from './claims.ts'
import type { ReadCommand } from '../command-reader.ts'
import { answerPass } from './merged-answers.ts'
import type { Entry } from './merged-answers.ts'
import { MergedPass } from './merged-pass.ts'
import type { Trial } from './merged-pass.ts'

/** What the intent cache said of commands that were read beforehand, and the order in which they shall run. */
interface Arranged {
  readonly caches: readonly (Answer['cache'] | null)[]
  /** Positions. */
  readonly order: readonly number[]
}

/** Where a command stands: in the list, and in the order of running. */
interface Turn {
  readonly position: number
  readonly place: number
}

const RESTRUCTURES = 'it adds, moves or removes components'
const FAILED = 'it cannot be executed as written'
const INSEPARABLE = 'a finding could not be attributed to one of the merged commands'

/**
 * Takes the commands of a batch one by one into passes. A command joins the open pass when nothing that its words look at,
 * and nothing that findings about its work depend on, was written in that pass; else the pass is closed and a new one
 * begins. What makes, moves or takes away components runs by itself: every selector looks at that, so there is nothing to
 * merge it with.
 */
export class MergingRun {
  readonly #host: CommandBatchHost
  readonly #commands: readonly (string | readonly Step[])[]
  readonly #arranged: Arranged | null
  readonly #claims = new Claims()
  readonly #log: CommandBatchLog
  /** Of the command at hand. */
  readonly #found: Dependencies = new Map()
  #pass: MergedPass | null = null
  #entries: Entry[] = []
  /** Why the next group does not belong to the one before. */
  #apart = ''

  constructor(
    host: CommandBatchHost,
    blueprint: Blueprint,
    commands: readonly (string | readonly Step[])[],
    arranged: Arranged | null,
  ) {
    this.#host = host
    this.#commands = commands
    this.#arranged = arranged
    this.#log = new CommandBatchLog(blueprint)
  }

  all(): CommandBatchLog {
    for (let place = 0; place < this.#commands.length; place++)
      this.#take({ place, position: this.#positionAt(place) })
    this.#close()
    return this.#log
  }

  #positionAt(place: number): number {
    return this.#arranged === null ? place : this.#arranged.order[place]!
  }

  #take(turn: Turn): void {
    const { reader, settings } = this.#host
    const began = settings.clock.now()
    const command = this.#commands[turn.position]!
    const first = reader.read(command, this.#index(), this.#arranged?.caches[turn.position] ?? null)
    const readMicros = settings.clock.now() - began
    const found = this.#found
    if (found.size > 0) found.clear()
    if (first === null) return this.#runAlone(turn, null, found, FAILED)
    const readSet = 'clauses' in first.content ? readSetOf(first.content) : readSetOfSteps(first.content)
    this.#claims.reads(readSet, found)
    if (readSet.restructures) return this.#runAlone(turn, first, found, RESTRUCTURES)
    // Which words are names is read from the document: behind a closed pass it is another one.
    const reread = (): ReadCommand | null =>
      typeof command === 'string' ? reader.read(command, this.#index(), first.cache) : first
    let read: ReadCommand | null = this.#closeWhereMet(found) ? reread() : first
    let trial = read === null ? null : this.#try(read)
    if (trial !== null && this.#closeBehind(trial, found)) {
      read = reread()
      trial = read === null ? null : this.#try(read)
    }
    if (read === null || trial === null) return this.#runAlone(turn, read, found, FAILED)
    this.#pass!.accept(turn.place, trial)
    this.#claims.add(turn.place, trial)
    this.#entries.push({
      position: turn.position,
      place: turn.place,
      command,
      read,
      part: trial.part,
      readMicros,
      totalMicros: settings.clock.now() - began,
    })
    this.#noteDependencies(turn, found)
  }

  /** Runs a command in the open pass, or in a new one; null where that does not go. */
  #try(read: ReadCommand): Trial | null {
    this.#pass ??= new MergedPass(this.#index(), this.#host.settings)
    const trial = this.#pass.try(read.content)
    if (trial === null || !trial.restructures) return trial
    this.#pass.undo(trial)
    return null
  }

  /** The index of the document as it stands. */
  #index(): DocumentIndex {
    if (this.#pass !== null) return this.#pass.index
    const opened = this.#host.documents.open(this.#log.current)
    if (!opened.ok) throw new Error('a version that the engine made is not valid')
    return opened.value
  }

  /** Closes the pass without the command that was tried in it, where the two do not go together. */
  #closeBehind(trial: Trial, found: Dependencies): boolean {
    if (!trial.part.isFirstReading) this.#claims.anything(found)
    this.#claims.collisions(trial, found)
    if (!this.#meets(found)) return false
    this.#pass!.undo(trial)
    this.#closeWhereMet(found)
    return true
  }

  #meets(found: Dependencies): boolean {
    const first = this.#pass?.first ?? Infinity
    for (const on of found.keys()) if (on >= first) return true
    return false
  }

  /** Whether the open pass was closed. */
  #closeWhereMet(found: Dependencies): boolean {
    const first = this.#pass?.first ?? Infinity
    for (const [on, because] of found) {
      if (on < first) continue
      this.#close()
      this.#apart = `after command ${this.#positionAt(on) + 1}: ${because}`
      return true
    }
    return false
  }

  #noteDependencies({ position }: Turn, found: Dependencies): void {
    for (const [on, because] of found)
      this.#log.dependencies.push({ command: position, on: this.#positionAt(on), because })
  }

  #runAlone(turn: Turn, read: ReadCommand | null, found: Dependencies, because: string): void {
    this.#close()
    this.#apart = because
    const { patches, changed } = this.#runOne(turn, read)
    if (patches.length > 0) this.#claims.addChanged(turn.place, changed, found)
    this.#noteDependencies(turn, found)
    this.#apart = `after command ${turn.position + 1}, which ran on its own: ${because}`
  }

  #runOne({ position }: Turn, read: ReadCommand | null): Answer {
    const answer = this.#host.run(this.#log.current, this.#commands[position]!, read?.cache ?? null)
    this.#log.answers[position] = answer
    this.#noteGroup([position], 'alone')
    if (answer.status === 'applied') this.#log.advance(answer.blueprint, answer)
    return answer
  }

  #noteGroup(commands: readonly number[], mode: CommandBatchGroup['mode']): void {
    const { groups } = this.#log
    groups.push({ commands, mode, apart: groups.length === 0 ? null : this.#apart })
  }

  /** Commits and verifies the open pass, and answers its commands. */
  #close(): void {
    const pass = this.#pass
    const entries = this.#entries
    this.#pass = null
    this.#entries = []
    if (pass === null || entries.length === 0) return
    const closed = pass.close(this.#claims)
    if (closed === null) {
      for (const entry of entries) {
        this.#runOne(entry, entry.read)
        this.#apart = INSEPARABLE
      }
      return
    }
    const { change } = closed
    if (change.after !== change.before) this.#host.documents.derive(pass.index, change.after)
    this.#log.advance(change.after, change)
    this.#noteGroup(
      entries.map(({ position }) => position),
      entries.length > 1 ? 'merged' : 'alone',
    )
    answerPass(this.#host, entries, closed, this.#log.answers)
  }
}

/** Steps name their components by id: they look for nothing. */
function readSetOfSteps(steps: readonly Step[]): ReadSet {
  const writes = steps.map((step) => accessOf(step).writes)
  return {
    words: NOTHING,
    properties: NOTHING,
    boxes: false,
    restructures: writes.some(({ order, anyone }) => order || anyone),
    moves: writes.some(({ boxes }) => boxes),
  }
}

const NOTHING: ReadonlySet<never> = new Set<never>()
