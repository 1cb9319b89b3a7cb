import type { Answer, Blueprint, Engine, Session } from 'blueprint-command-engine'
import { unreachable } from 'blueprint-command-engine/base'
import { describeFileIssue, writeTextFileAtomic, writeDocument } from '@blueprint-engine/files'
import { exitCodeOf, exitCodes } from '../exit-codes.ts'
import { loadJson } from '../load-document.ts'
import type { LoadedDocument } from '../load-document.ts'
import { renderAnswer } from '../render/answer.ts'
import { renderMatches } from '../render/matches.ts'
import { outlineOf } from '../render/outline.ts'
import { renderPatches } from '../render/patches.ts'
import { printable, quoted } from '../render/printable.ts'
import { renderSteps } from '../render/steps.ts'
import { renderTrace } from '../render/trace.ts'
import { plural } from '../render/view.ts'
import type { View } from '../render/view.ts'
import { metaCommands, readMetaLine } from './meta-commands.ts'
import type { MetaLine } from './meta-commands.ts'
import { branchOff, historyLines, rollBack, setCheckpoint, squashSteps } from './session-commands.ts'

export interface ReplReply {
  readonly lines: readonly string[]
  /** What a program would end with after this line alone. */
  readonly exitCode: number
  readonly isEnd?: boolean
}

/** The interactive mode without its terminal: takes lines and gives back what to print. */
export class Repl {
  readonly #engine: Engine
  #session: Session
  readonly #document: LoadedDocument
  readonly #path: string
  readonly #view: View
  #last: { readonly command: string; readonly answer: Answer } | null = null
  #suggestions: readonly string[] = []
  #saved: Blueprint

  constructor(engine: Engine, document: LoadedDocument, path: string, view: View) {
    this.#engine = engine
    this.#session = engine.session(document.blueprint)
    this.#document = document
    this.#path = path
    this.#view = view
    this.#saved = document.blueprint
  }

  get blueprint(): Blueprint {
    return this.#session.blueprint
  }

  get hasUnsavedChanges(): boolean {
    return (
      this.#session.blueprint !== this.#saved &&
      JSON.stringify(this.#session.blueprint) !== JSON.stringify(this.#saved)
    )
  }

  async handle(input: string): Promise<ReplReply> {
    const line = input.trim()
    if (line === '') return done([])
    if (!line.startsWith(':')) return this.#run(this.#chosen(line))
    const meta = readMetaLine(line)
    if (meta.name !== null) return this.#obey(meta)
    const near = meta.near.length > 0 ? `; there are ${meta.near.join(', ')}` : '; :help lists the commands'
    return refused(`there is no single command ${quoted(line)}${near}`)
  }

  /** A bare number takes the suggestion of the last answer. */
  #chosen(line: string): string {
    return /^\d{1,3}$/.test(line) ? (this.#suggestions[Number(line) - 1] ?? line) : line
  }

  #run(command: string): ReplReply {
    const before = this.#session.blueprint
    const answer = this.#session.run(command)
    this.#last = { command, answer }
    const isDone = answer.status === 'applied' || answer.status === 'partial' || answer.status === 'answered'
    const refusal = isDone
      ? undefined
      : answer.issues.find(({ severity, suggestions }) => severity === 'error' && suggestions !== undefined)
    this.#suggestions = refusal?.suggestions ?? []
    const parts = { why: !isDone, patches: false, timings: false, trace: false }
    return { lines: renderAnswer(this.#view, before, command, answer, parts), exitCode: exitCodeOf(answer) }
  }

  async #obey({ name, argument }: MetaLine): Promise<ReplReply> {
    switch (name) {
      case ':undo':
        return this.#session.undo() ? done(['undone']) : refused('there is nothing to undo')
      case ':redo':
        return this.#session.redo() ? done(['redone']) : refused('there is nothing to redo')
      case ':why':
        return this.#why()
      case ':patches':
        return this.#last === null ? NOTHING_YET : done(renderPatches(this.#view, this.#last.answer.patches))
      case ':find':
        return this.#find(argument)
      case ':history':
        return done(historyLines(this.#session, this.#view))
      case ':checkpoint':
        return this.#travel(() => setCheckpoint(this.#session, argument))
      case ':rollback':
        return this.#travel(() => rollBack(this.#session, argument))
      case ':branch':
        return this.#travel(() => branchOff(this.#session, argument, this.#view))
      case ':squash':
        return this.#travel(() => squashSteps(this.#session, argument))
      case ':save':
        return this.#save(argument === '' ? this.#path : argument)
      case ':save-session':
        return this.#saveSession(argument)
      case ':load-session':
        return this.#loadSession(argument)
      case ':help':
        return done(this.#help())
      case ':quit':
        return { lines: [], exitCode: 0, isEnd: true }
      default:
        return unreachable(name)
    }
  }

  /** What is not in the history is refused by a RangeError. */
  #travel(go: () => readonly string[]): ReplReply {
    try {
      return done(go())
    } catch (error) {
      if (error instanceof RangeError) return refused(printable(error.message))
      throw error
    }
  }

  #why(): ReplReply {
    if (this.#last === null) return NOTHING_YET
    const { answer } = this.#last
    return done([...renderSteps(this.#view, answer.steps), '', ...renderTrace(this.#view, answer.trace)])
  }

  #find(phrase: string): ReplReply {
    const matches = this.#engine.find(this.blueprint, phrase)
    if (matches.length === 0) return refused(`nothing matches ${quoted(phrase)}`)
    return done(renderMatches(this.#view, matches, outlineOf(this.blueprint)))
  }

  async #save(path: string): Promise<ReplReply> {
    const { blueprint } = this
    const text = writeDocument(blueprint, JSON.stringify(blueprint), this.#document.layout)
    const written = await writeTextFileAtomic(path, text)
    if (!written.ok) return { lines: [describeFileIssue(written.error)], exitCode: exitCodes.usage }
    this.#saved = blueprint
    return done([`written to ${printable(path)}`])
  }

  async #saveSession(path: string): Promise<ReplReply> {
    if (path === '') return refused('expected a file, as in :save-session work.json')
    const written = await writeTextFileAtomic(path, `${JSON.stringify(this.#session)}\n`)
    if (!written.ok) return { lines: [describeFileIssue(written.error)], exitCode: exitCodes.usage }
    return done([`session written to ${printable(path)}`])
  }

  async #loadSession(path: string): Promise<ReplReply> {
    if (path === '' || path === '-') return refused('expected a file, as in :load-session work.json')
    const loaded = await loadJson(path)
    if (!loaded.ok) return { lines: [loaded.error], exitCode: exitCodes.usage }
    const taken = this.#engine.sessionFromJSON(loaded.value.value)
    if (!taken.ok) return refused(printable(taken.error[0]!.message))
    this.#session = taken.value
    this.#last = null
    this.#suggestions = []
    return done([`the session of ${printable(path)}, ${plural(taken.value.history.length, 'step')}`])
  }

  #help(): string[] {
    const width = Math.max(...metaCommands.map(({ name, argument }) => name.length + 1 + argument.length))
    const list = metaCommands.map(
      ({ name, argument, summary }) => `${`${name} ${argument}`.padEnd(width)}  ${summary}`,
    )
    return [
      'Each line is a command, such as: make the header darker',
      'A number applies the suggestion with that number.',
      '',
      ...list,
    ]
  }
}

function done(lines: readonly string[]): ReplReply {
  return { lines, exitCode: 0 }
}

function refused(line: string): ReplReply {
  return { lines: [line], exitCode: exitCodes.rejected }
}

const NOTHING_YET = refused('no command yet')
