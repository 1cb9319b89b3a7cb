import type { Grammar } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { ToolProblem } from './tool.ts'

const MAX_WORDS = 12
const MAX_EXAMPLES = 3

/** What can be said about a topic, in a few lines; the topics where none is named. */
export function grammarWords({ sections }: Grammar, topic?: string): Result<string, ToolProblem> {
  if (topic === undefined) {
    const told = sections.map(
      ({ name, about, entries }) => `${name}: ${about} (${entries.map((entry) => entry.name).join(', ')})`,
    )
    return ok(told.join('\n'))
  }
  const wanted = topic.toLowerCase()
  const found = sections.flatMap(({ name, entries }) =>
    entries.filter((entry) => name === wanted || entry.name.toLowerCase().includes(wanted)),
  )
  if (found.length === 0) {
    const names = sections.map(({ name }) => name).join(', ')
    return fail({
      kind: 'invalid',
      detail: `there is no topic ${JSON.stringify(topic)}; topics are ${names}`,
    })
  }
  const told = found.map(({ name, about, words, examples }) => {
    const said = words.length === 0 ? '' : ` Words: ${words.slice(0, MAX_WORDS).join(', ')}.`
    const shown = examples.slice(0, MAX_EXAMPLES).map(({ say }) => `  ${say}`)
    return [`${name}: ${about}${said}`, ...shown].join('\n')
  })
  return ok(told.join('\n'))
}
