import { isOwnProperty } from '../../document/native-table.ts'
import type { Effect } from '../effect.ts'
import type { PropertyWord } from './changes.ts'
import type { readReference } from './read-reference.ts'

/** The properties that "as big as" and "the same colour as" copy. */
export function likeEffect(
  property: PropertyWord,
  of: NonNullable<ReturnType<typeof readReference>>,
  factor?: number,
): Effect[] | null {
  const scaled = factor === undefined ? {} : { factor }
  switch (property) {
    case 'color':
      return [{ kind: 'like', properties: 'color', of }]
    case 'size':
    case 'dimensions':
      return [{ kind: 'like', properties: ['width', 'height'], of, ...scaled }]
    case 'font':
      return [{ kind: 'like', properties: ['fontFamily'], of }]
    case 'border':
      return [{ kind: 'like', properties: ['borderWidth', 'borderStyle', 'borderColor'], of }]
    case 'spacing':
      return [{ kind: 'like', properties: ['padding'], of }]
    case 'position':
    case 'between':
      return null
    default:
      // What a dialect calls its own has no equal in another component.
      if (isOwnProperty(property)) return null
      return [{ kind: 'like', properties: [property], of, ...scaled }]
  }
}
