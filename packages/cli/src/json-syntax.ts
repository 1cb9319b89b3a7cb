/** Where a text stops being JSON, and what is wrong there. Line and column count from 1. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly problem: string
}

/**
 * Finds the first syntax error of a text that `JSON.parse` refused; the message of `JSON.parse` names no position in
 * many cases. Null when the text is JSON. O(length), without recursion.
 */
export function findJsonFault(text: string): JsonFault | null {
  const fault = new Scanner(text).run()
  return fault === null ? null : { ...positionOf(text, fault.offset), problem: fault.problem }
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line++
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}

interface Fault {
  readonly offset: number
  readonly problem: string
}

type Expected =
  | 'a value'
  | 'a value or "]"'
  | 'a key in quotes'
  | 'a key in quotes or "}"'
  | '":"'
  | '"," or "]"'
  | '"," or "}"'
  | 'the end'

const VALUE_WORD = /^(?:true|false|null|-?(?:0|[1-9]\d{0,999})(?:\.\d{1,999})?(?:[eE][+-]?\d{1,999})?)$/

class Scanner {
  readonly #text: string
  /** The brackets that are open, outermost first. */
  readonly #open: ('{' | '[')[] = []
  #at = 0
  #expected: Expected = 'a value'

  constructor(text: string) {
    this.#text = text
  }

  run(): Fault | null {
    for (;;) {
      while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++
      if (this.#at >= this.#text.length) return this.#expected === 'the end' ? null : this.#unexpected()
      const fault = this.#take(this.#text[this.#at]!)
      if (fault !== null) return fault
    }
  }

  #take(character: string): Fault | null {
    switch (this.#expected) {
      case 'a value':
        return this.#value(character)
      case 'a value or "]"':
        return character === ']' ? this.#close() : this.#value(character)
      case 'a key in quotes':
        return this.#key(character)
      case 'a key in quotes or "}"':
        return character === '}' ? this.#close() : this.#key(character)
      case '":"':
        return character === ':' ? this.#step('a value') : this.#unexpected()
      case '"," or "]"':
        if (character === ']') return this.#close()
        return character === ',' ? this.#step('a value') : this.#unexpected()
      case '"," or "}"':
        if (character === '}') return this.#close()
        return character === ',' ? this.#step('a key in quotes') : this.#unexpected()
      default:
        return this.#unexpected()
    }
  }

  #step(next: Expected): null {
    this.#at++
    this.#expected = next
    return null
  }

  #close(): null {
    this.#open.pop()
    return this.#step(this.#afterValue())
  }

  #afterValue(): Expected {
    const around = this.#open.at(-1)
    if (around === undefined) return 'the end'
    return around === '[' ? '"," or "]"' : '"," or "}"'
  }

  #key(character: string): Fault | null {
    if (character !== '"') return this.#unexpected()
    const fault = this.#string()
    this.#expected = '":"'
    return fault
  }

  #value(character: string): Fault | null {
    if (character === '{' || character === '[') {
      this.#open.push(character)
      return this.#step(character === '{' ? 'a key in quotes or "}"' : 'a value or "]"')
    }
    const fault = character === '"' ? this.#string() : this.#word()
    this.#expected = this.#afterValue()
    return fault
  }

  #string(): Fault | null {
    for (let i = this.#at + 1; i < this.#text.length; i++) {
      const character = this.#text[i]!
      if (character === '"') {
        this.#at = i + 1
        return null
      }
      if (character < ' ')
        return { offset: i, problem: 'a string may not contain a line break or control character' }
      if (character !== '\\') continue
      const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(i + 1, i + 6))
      if (escaped === null) return { offset: i, problem: 'invalid escape sequence' }
      i += escaped[0].length
    }
    return { offset: this.#at, problem: 'this string is never closed' }
  }

  /** A number, true, false or null. */
  #word(): Fault | null {
    let end = this.#at
    while (end < this.#text.length && isWordPart(this.#text.charCodeAt(end))) end++
    if (end === this.#at) return this.#unexpected()
    // Longer than any number worth writing; the bound keeps the test below linear.
    const word = this.#text.slice(this.#at, Math.min(end, this.#at + 1000))
    if (!VALUE_WORD.test(word))
      return { offset: this.#at, problem: `${word.slice(0, 30)} is not a JSON value` }
    this.#at = end
    return null
  }

  #unexpected(): Fault {
    const character = this.#text.codePointAt(this.#at)
    const found =
      character === undefined
        ? 'the text ends'
        : `there is ${JSON.stringify(String.fromCodePoint(character))}`
    return { offset: this.#at, problem: `expected ${this.#expected}, but ${found}` }
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}

/** Letters, digits, and the signs of numbers. */
function isWordPart(unit: number): boolean {
  const lower = unit | 0x20
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x2b ||
    unit === 0x2d ||
    unit === 0x2e
  )
}
