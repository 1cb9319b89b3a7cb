import { loosely } from './coerce.ts'
import { canHold } from './refine-look.ts'
import type { Row } from './row.ts'
import type { Site } from './site.ts'

/** Words of the language that a format may use for a property of its own. */
const NAMES: { readonly [property: string]: readonly string[] } = {
  fontWeight: ['weight'],
  text: ['name', 'label', 'title', 'value'],
  background: ['color'],
  textColor: ['color'],
  borderColor: ['color'],
  icon: ['icon', 'name'],
  borderRadius: ['radius'],
  size: ['size'],
}

/**
 * The property whose own name the command says, where what the language means by the word is absent or cannot be so:
 * "the weight of the label to 2" is no weight of letters. Undefined where that is as good.
 */
export function saidRow(
  site: Site,
  property: string,
  value: string | number | boolean | null,
): Row | undefined {
  const names = Object.hasOwn(NAMES, property) ? NAMES[property]! : []
  const said = names.filter((name) =>
    new RegExp(`\\b${name.replace('color', 'colou?r')}\\b`).test(site.saying),
  )
  if (said.length === 0) return undefined
  const row = site.rows.find(({ name }) => said.includes(loosely(name)))
  const native = site.row(property as Parameters<typeof site.row>[0])
  if (row === undefined || row === native) return undefined
  return native === undefined || (!canHold(native, value) && canHold(row, value)) ? row : undefined
}
