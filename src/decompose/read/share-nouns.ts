import type { Reference } from '../reference.ts'

/**
 * "the first and third cards", "the first card and the third", "the cancel and send buttons": a part without a noun has
 * that of its neighbour.
 */
export function shareNouns(parts: readonly Reference[]): Reference[] {
  const last = parts[parts.length - 1]!
  const isShared =
    last.types !== null &&
    last.plural &&
    last.quantity === null &&
    last.ordinals.length === 0 &&
    parts.slice(0, -1).every((part) => part.types === null && part.id === null && part.pronoun === null)
  return parts.map((part, i) => {
    if (isShared && last.names.length > 0) return withNounOf(last, part)
    if (!isBare(part)) return part
    const before = parts[i - 1]
    const donor = before?.types
      ? before
      : parts.slice(i + 1).find((other) => other.types !== null || other.names.length > 0)
    return donor === undefined
      ? part
      : {
          ...withNounOf(donor, part),
          names: [...part.names, ...donor.names.filter((name) => !name.startsWith('?'))],
        }
  })
}

/** "the first", "the red": says which, not what. */
function isBare(part: Reference): boolean {
  return (
    part.types === null &&
    part.id === null &&
    part.quoted === null &&
    part.said === null &&
    part.names.every((name) => name.startsWith('?')) &&
    part.pronoun === null &&
    !part.generic
  )
}

function withNounOf(donor: Reference, part: Reference): Reference {
  return {
    ...part,
    types: donor.types,
    role: donor.role,
    noun: donor.noun,
    plural: false,
    relations: part.relations.length > 0 ? part.relations : donor.relations,
  }
}
