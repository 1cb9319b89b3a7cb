import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { Blueprint } from '../../src/index.ts'

/** One thing that must be so after a command; the keys that are there say which. */
export interface Check {
  readonly id?: string
  readonly prop?: string
  readonly equals?: unknown
  readonly change?: 'up' | 'down' | 'none' | 'any'
  readonly by?: number
  readonly factor?: number
  readonly order?: readonly [string, string]
  readonly above?: readonly [string, string]
  readonly leftof?: readonly [string, string]
  readonly gone?: string
  readonly exists?: { readonly [key: string]: unknown }
  readonly count?: { readonly [key: string]: unknown }
  readonly token?: string
  readonly onlyChanged?: readonly string[]
  /** A pattern that the sentence of an answer fits. */
  readonly reply?: string
  /** The components that an answer names, in any order. */
  readonly found?: readonly string[]
}

/** A command on a document, and what must come of it. */
export interface CorpusCase {
  readonly id: string
  /** Path of the document, relative to the file of the case. */
  readonly doc: string
  readonly command: string
  readonly expect: 'applied' | 'rejected' | 'clarify' | 'answered'
  readonly checks: readonly Check[]
}

export interface CorpusFile {
  readonly name: string
  readonly cases: readonly CorpusCase[]
  readonly document: (kase: CorpusCase) => Blueprint
}

const own = new URL('../corpus/', import.meta.url)
const shared = new URL('../../../shared/corpus/public.jsonl', import.meta.url)

/** The package's own cases, file by file; a program that was bundled says where they are. */
export function ownCorpus(folder: URL = own): CorpusFile[] {
  return readdirSync(folder)
    .filter((name) => /^cases-.*\.jsonl$/.test(name))
    .sort()
    .map((name) => readCorpus(new URL(name, folder), name))
}

/** Cases that stand beside the package; null if there are none. */
export function sharedCorpus(file: URL = shared): CorpusFile | null {
  return existsSync(file) ? readCorpus(file, 'public.jsonl') : null
}

/** The cases of one file. */
export function corpusFile(file: URL): CorpusFile {
  return readCorpus(file, file.pathname.split('/').at(-1)!)
}

function readCorpus(file: URL, name: string): CorpusFile {
  const texts = new Map<string, string>()
  const read = (url: URL): string => {
    const known = texts.get(url.href) ?? readFileSync(url, 'utf8')
    texts.set(url.href, known)
    return known
  }
  return {
    name,
    cases: readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as CorpusCase),
    // Parsed anew for each case: no case may see what another left behind.
    document: (kase) => JSON.parse(read(new URL(kase.doc, file))) as Blueprint,
  }
}
