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
    if (isShared && last.names.length > 0)
      return {
        ...part,
        types: last.types,
        role: last.role,
        noun: last.noun,
        plural: false,
        relations: part.relations.length > 0 ? part.relations : last.relations,
      }
    const bare =
      part.types === null &&
      part.id === null &&
      part.quoted === null &&
      part.names.length === 0 &&
      part.pronoun === null &&
      !part.generic
    if (!bare) return part
    const donor = parts[i - 1]?.types
      ? parts[i - 1]!
      : parts.slice(i + 1).find((other) => other.types !== null || other.names.length > 0)
    return donor === undefined
      ? part
      : {
          ...part,
          types: donor.types,
          role: donor.role,
          noun: donor.noun,
          names: donor.names,
          plural: false,
          relations: part.relations.length > 0 ? part.relations : donor.relations,
        }
  })
}
