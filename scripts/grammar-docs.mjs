// Writes docs/grammar.md from the grammar that the package itself describes. A test compares the file with what this makes.
//   npm run docs:grammar
import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensure } from './ensure.mjs'

/**
 * @typedef {import('../src/index.ts').Grammar} Grammar
 * @typedef {import('../src/index.ts').GrammarSection} Section
 * @typedef {import('../src/index.ts').GrammarEntry} Entry
 * @typedef {import('../src/index.ts').GrammarExample} Example
 */

const FOLDER = new URL('../docs/', import.meta.url)

/** Words of one entry that are reported; `blueprint grammar --json` has them all. */
const MAX_WORDS = 40

const HEAD = `# What can be said

Made by \`npm run docs:grammar\` from the vocabulary and the readers themselves; \`blueprint grammar\` shows the same in a
terminal. Every example is run by a test on the screen named in brackets: one of those in [examples](../examples).
`

/**
 * @param {Grammar} grammar
 * @returns {string}
 */
export function grammarMarkdown({ sections }) {
  return [HEAD, ...sections.map(sectionText)].join('\n')
}

/** @param {Section} section */
function sectionText({ name, about, entries }) {
  return `## ${capitalized(name)}: ${about}\n\n${entries.map(entryText).join('\n')}`
}

/** @param {Entry} entry */
function entryText({ name, about, words, takes, examples }) {
  const lines = [
    `### ${name}\n`,
    `${plain(about)}\n`,
    ...(words.length === 0 ? [] : [`- Words: ${wordList(words)}`]),
    ...(takes.length === 0 ? [] : [`- Takes: ${takes.join(', ')}`]),
    ...examples.map(exampleText),
  ]
  return `${lines.join('\n')}\n`
}

/** @param {readonly string[]} words */
function wordList(words) {
  const shown = words.slice(0, MAX_WORDS).map(code).join(', ')
  return words.length > MAX_WORDS ? `${shown} and ${words.length - MAX_WORDS} more` : shown
}

/** @param {Example} example */
function exampleText({ say, on, means }) {
  const meaning = means === undefined ? '' : ` → ${means.map(code).join(', ')}`
  return `- ${code(say.replaceAll('\n', '⏎'))}${meaning} (${on})`
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``
}

/**
 * Text in which nothing is markup.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replaceAll(/[*_<>[\]#`]/g, '\\$&')
}

/** @param {string} text */
function capitalized(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

async function main() {
  await ensure()
  // Built by the line before.
  const built = '../dist/index.js'
  const { describeGrammar } = /** @type {typeof import('../src/index.ts')} */ (await import(built))
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(new URL('grammar.md', FOLDER), grammarMarkdown(describeGrammar()))
}

const [, script] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) await main()
