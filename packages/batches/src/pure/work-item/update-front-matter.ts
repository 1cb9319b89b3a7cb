import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { splitFrontMatter } from '@blueprint-engine/files/formats'
import { readKeys } from './front-matter-keys.ts'
import type { Key } from './front-matter-keys.ts'

/** New values by key; null takes a key's value away and is not written where the key is missing. */
export type FrontMatterChanges = Readonly<Record<string, string | number | null | readonly string[]>>

const PLAIN = /^[A-Za-z][A-Za-z0-9 ._/-]{0,200}$/
const NOT_PLAIN = /^(?:true|false|yes|no|on|off|null|y|n|~)$|\s$|: | #/i

/**
 * Changes single values of a front matter and leaves every other character as it is: comments, order of keys, quotes. A key
 * that is missing is added at the end. Fails where the front matter cannot be read, so that nothing is made worse.
 *
 * @example
 * updateFrontMatter(text, { status: 'completed', git_commit: '1f0c2d' })
 */
export function updateFrontMatter(text: string, changes: FrontMatterChanges): Result<string, string> {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  let current = text
  for (const [name, value] of Object.entries(changes)) {
    const changed = setKey(current, name, value, lineEnd)
    if (!changed.ok) return changed
    current = changed.value
  }
  return ok(current)
}

function setKey(
  text: string,
  name: string,
  value: FrontMatterChanges[string],
  lineEnd: string,
): Result<string, string> {
  const matter = splitFrontMatter(text)
  const keys = keysOf(text)
  if (matter.yaml === null || keys === null) return fail('there is no front matter that could be changed')
  const key = keys.get(name)
  const written = value === null ? '' : writtenForm(value)
  if (key === undefined) {
    if (value === null) return ok(text)
    const end = matter.yamlStart + matter.yaml.length
    return ok(`${text.slice(0, end)}${name}: ${written}${lineEnd}${text.slice(end)}`)
  }
  if (isSame(key, value)) return ok(text)
  // The value goes from behind the colon, which may stand lines before a list, to its end.
  const afterKey = matter.yamlStart + key.keyEnd
  const colon = text.indexOf(':', afterKey)
  const end = Math.max(colon + 1, matter.yamlStart + key.valueEnd)
  const tail = text.slice(end)
  const gap = tail === '' || /^[\r\n]/.test(tail) || /^\s/.test(tail) ? '' : lineEnd
  const result = `${text.slice(0, colon + 1)}${written === '' ? '' : ` ${written}`}${gap}${tail}`
  const check = keysOf(result)?.get(name)
  return check !== undefined && isSame(check, value)
    ? ok(result)
    : fail(`the value of "${name}" is written in a way that cannot be changed safely`)
}

function keysOf(text: string): ReadonlyMap<string, Key> | null {
  const findings: Parameters<typeof readKeys>[1] = []
  const keys = readKeys(splitFrontMatter(text), findings)
  return findings.some(({ code }) => code.startsWith('front-matter')) ? null : keys
}

function isSame(key: Key, value: FrontMatterChanges[string]): boolean {
  if (value === null)
    return (key.single === null || key.single.text === '') && key.list === null && key.map === null
  if (typeof value === 'string' || typeof value === 'number') return key.single?.text === String(value)
  const texts = key.list?.map(({ text }) => text)
  return texts?.length === value.length && value.every((each, i) => each === texts[i])
}

function writtenForm(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return writtenText(value)
  return `[${value.map(writtenText).join(', ')}]`
}

/** As it is where YAML cannot take it for anything but this text, else in the double quotes that JSON and YAML share. */
export function writtenText(text: string): string {
  return PLAIN.test(text) && !NOT_PLAIN.test(text) ? text : JSON.stringify(text)
}
