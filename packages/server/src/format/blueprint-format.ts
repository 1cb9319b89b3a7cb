import type { Answer, CommandBatchAnswer, Blueprint, Engine, Issue, Result } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Changed, Content, DocumentFormat } from './document-format.ts'
import { patched, readJson, withValue, writeJson } from './json-content.ts'
import type { JsonContent } from './json-content.ts'

/**
 * Blueprints, the engine's own documents. A text is kept as it came; once it has been changed it is written in the layout of
 * the text that came, in the same order of keys.
 */
export function blueprintFormat(engine: Engine): DocumentFormat {
  return {
    name: 'blueprint',
    mediaTypes: ['application/json', 'application/vnd.blueprint+json'],
    read: (text) => readBlueprint(engine, text),
    write: (content) => writeJson(own(content)),
    run: (content, command, options) =>
      changedBy(content, engine.run(own(content).value, command, { ...options, dialect: 'native' })),
    batch: (content, commands, options) =>
      changedBy(content, engine.batch(own(content).value, commands, options)),
    apply: (content, change, direction) => patched(own(content), change, direction),
    blueprint: (content) => own(content).value,
  }
}

/** Contents are only given back to the format that made them. */
function own(content: Content): JsonContent<Blueprint> {
  return content as JsonContent<Blueprint>
}

function changedBy<T extends Answer | CommandBatchAnswer>(content: Content, answer: T): Changed<T> {
  const { patches, inverse, blueprint } = answer
  return {
    answer,
    content: withValue(own(content), blueprint),
    change: { kind: 'patches', patches, inverse },
  }
}

function readBlueprint(engine: Engine, text: string): Result<Content, readonly Issue[]> {
  const read = readJson(text)
  if (!read.ok) return read
  // The engine validates whatever it is given, and no steps change nothing.
  const { issues } = engine.run(read.value.value as Blueprint, [], { dialect: 'native' })
  const faults = issues.filter(({ severity }) => severity === 'error')
  return faults.length > 0 ? fail(faults) : ok(read.value)
}
