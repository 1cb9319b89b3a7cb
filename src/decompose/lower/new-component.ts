import type { NewComponent, StyleValue } from '../../command/step.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { textLikeTypes } from '../../document/component-kinds.ts'
import type { NewThing } from '../clause.ts'
import type { Effect } from '../effect.ts'

/** What can be written at once goes into the new component; what depends on its size comes after. */
export function newComponent(thing: NewThing): { component: NewComponent; later: readonly Effect[] } {
  const properties: Partial<Record<PropertyName, StyleValue>> = {}
  const later: Effect[] = []
  for (const effect of thing.effects) {
    if (effect.kind === 'set') properties[fieldOf(thing.type, effect.property)] = effect.value
    else if (effect.kind === 'color') {
      const name =
        effect.aspect === 'text'
          ? 'textColor'
          : effect.aspect === 'border'
            ? 'borderColor'
            : effect.aspect === 'background' || !textLikeTypes.has(thing.type)
              ? 'background'
              : 'textColor'
      properties[name] = effect.hex
    } else later.push(effect)
  }
  const component: NewComponent = {
    type: thing.type,
    ...(thing.text === null ? {} : { text: thing.text }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  }
  return { component, later }
}

/** The address of an image is where it comes from, not where it leads. */
function fieldOf(type: string, property: PropertyName): PropertyName {
  return property === 'href' && (type === 'image' || type === 'avatar') ? 'imageUrl' : property
}
