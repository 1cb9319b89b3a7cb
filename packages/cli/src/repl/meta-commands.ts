/** What a line that starts with a colon can ask for. */
export const metaCommands = [
  { name: ':undo', argument: '', summary: 'undo the last step' },
  { name: ':redo', argument: '', summary: 'redo the step that was undone' },
  { name: ':why', argument: '', summary: 'explain how the last command was read' },
  { name: ':patches', argument: '', summary: 'show the JSON Patch of the last command' },
  { name: ':find', argument: 'PHRASE', summary: 'show which components a phrase refers to' },
  { name: ':history', argument: '', summary: 'list the steps so far' },
  { name: ':checkpoint', argument: 'NAME', summary: 'name the current state' },
  {
    name: ':rollback',
    argument: 'NAME|STEP',
    summary: 'return to a named state, or to the state after a step',
  },
  {
    name: ':branch',
    argument: '[NAME]',
    summary: 'start a branch here or switch to an existing one; without a name, list them',
  },
  {
    name: ':squash',
    argument: 'FIRST LAST',
    summary: 'combine several steps into one',
  },
  {
    name: ':save',
    argument: '[FILE]',
    summary: 'write the document (default: to its own file)',
  },
  {
    name: ':save-session',
    argument: 'FILE',
    summary: 'write the document with its whole history',
  },
  {
    name: ':load-session',
    argument: 'FILE',
    summary: 'continue a saved session',
  },
  { name: ':help', argument: '', summary: 'this list' },
  { name: ':quit', argument: '', summary: 'leave (as does Ctrl-D)' },
] as const

export type MetaName = (typeof metaCommands)[number]['name']

export interface MetaLine {
  readonly name: MetaName
  readonly argument: string
}

/** Reads `:name argument`; a beginning that fits one name only will do (`:u`). Else the names that it could be. */
export function readMetaLine(
  line: string,
): MetaLine | { readonly name: null; readonly near: readonly MetaName[] } {
  const space = line.indexOf(' ')
  const word = space === -1 ? line : line.slice(0, space)
  const argument = space === -1 ? '' : line.slice(space + 1).trim()
  const names = metaCommands.map(({ name }) => name)
  const exact = names.find((name) => name === word)
  if (exact !== undefined) return { name: exact, argument }
  const near = names.filter((name) => name.startsWith(word))
  return near.length === 1 ? { name: near[0]!, argument } : { name: null, near }
}

/** Completes `:commands` at the start of a line and `#ids` anywhere; the second value is what is being completed. */
export function complete(line: string, ids: Iterable<string>): [string[], string] {
  if (/^:\S*$/.test(line))
    return [metaCommands.map(({ name }) => name).filter((name) => name.startsWith(line)), line]
  const start = line.lastIndexOf('#')
  const word = line.slice(start)
  if (start === -1 || word.includes(' ')) return [[], line]
  return [[...ids].map((id) => `#${id}`).filter((id) => id.startsWith(word)), word]
}
