import type { Cursor } from '../cursor.ts'
import type { DraftReference } from './draft-reference.ts'
import { isListGlue } from './noun-words.ts'

/** "cards 2 and 3", "steps 1 to 3": counted like ordinals. */
export function readNumbers(cursor: Cursor, draft: DraftReference): boolean {
  const numbers: number[] = []
  for (;;) {
    const { token } = cursor.peek()
    if (
      token.kind !== 'number' ||
      token.unit !== undefined ||
      !Number.isInteger(token.value) ||
      Math.abs(token.value!) < 1
    )
      break
    const value = Math.abs(token.value!)
    const last = numbers[numbers.length - 1]
    const isRange = last !== undefined && (cursor.peek(-1).senses.grammar === 'to' || token.value! < 0)
    if (isRange) for (let i = last + 1; i < value && numbers.length < 100; i++) numbers.push(i)
    numbers.push(value)
    cursor.at++
    let ahead = 0
    while (ahead < 2 && (isListGlue(cursor.peek(ahead)) || cursor.peek(ahead).senses.grammar === 'to'))
      ahead++
    if (
      cursor.peek(ahead).token.kind !== 'number' ||
      cursor.peek(ahead).token.unit !== undefined ||
      ahead === 0
    ) {
      if (!(cursor.peek().token.kind === 'number' && cursor.peek().token.value! < 0)) break
      continue
    }
    cursor.at += ahead
  }
  if (numbers.length === 0) return false
  draft.ordinals.push(...numbers)
  return true
}
