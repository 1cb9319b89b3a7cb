import type { GrammarEntry, GrammarExample, GrammarSection } from 'blueprint-command-engine'
import { printable } from './printable.ts'
import { hang, section } from './view.ts'
import type { View } from './view.ts'

/** Words of one entry that are shown; colours alone have hundreds. */
const MAX_WORDS = 60
const WIDEST_NAME = 24

/** Everything that can be said, a line each: its name and an example. */
export function renderOverview(view: View, sections: readonly GrammarSection[]): string[] {
  return sections.flatMap(({ name, about, entries }) => {
    const width = nameWidth(entries)
    const lines = entries.flatMap((entry) =>
      hang(view, `${padded(view, entry.name, width)}  `, printable(entry.examples[0]?.say ?? entry.about)),
    )
    return section(view, `${capitalized(name)}: ${about}`, lines)
  })
}

/** What there is to say of each entry. */
export function renderEntries(view: View, sections: readonly GrammarSection[]): string[] {
  return sections.flatMap(({ name, entries }) =>
    entries.flatMap((entry) => section(view, `${capitalized(name)}: ${entry.name}`, entryLines(view, entry))),
  )
}

function entryLines(view: View, { about, words, takes, examples }: GrammarEntry): string[] {
  return [
    ...hang(view, '', printable(about)),
    ...labelled(view, 'words', wordList(words)),
    ...labelled(view, 'takes', takes.join(', ')),
    ...examples.flatMap((example, i) => exampleLines(view, example, i === 0)),
  ]
}

function wordList(words: readonly string[]): string {
  const shown = words.slice(0, MAX_WORDS).map(printable).join(', ')
  return words.length > MAX_WORDS ? `${shown}, … ${words.length - MAX_WORDS} more; --json lists all` : shown
}

function labelled(view: View, label: string, text: string): string[] {
  return text === '' ? [] : hang(view, `${view.palette.faint(label)}  `, text)
}

function exampleLines(view: View, { say, on, means }: GrammarExample, isFirst: boolean): string[] {
  const { palette } = view
  const meaning = means === undefined ? '' : ` ${palette.faint('→')} ${palette.id(means.join(', '))}`
  return hang(
    view,
    `${isFirst ? palette.faint('say') : '   '}    `,
    `${palette.added(printable(say))}${meaning} ${palette.faint(`(${on})`)}`,
  )
}

function nameWidth(entries: readonly GrammarEntry[]): number {
  return Math.min(WIDEST_NAME, Math.max(...entries.map(({ name }) => name.length)))
}

function padded(view: View, name: string, width: number): string {
  return `${view.palette.id(name)}${' '.repeat(Math.max(0, width - name.length))}`
}

function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
