import type { Blueprint, Component } from 'blueprint-command-engine'

/** Without the keys by which a dialect finds its way back, which are nobody else's. */
export function toNative(blueprint: Blueprint): Blueprint {
  return { ...blueprint, components: blueprint.components.map(withoutProvenance) }
}

function withoutProvenance({ id, type, role, text, visual, children }: Component): Component {
  const look = Object.entries(visual ?? {}).filter(([key]) => !key.startsWith('@') && !key.startsWith('own_'))
  return {
    id,
    type,
    ...(role === undefined ? {} : { role }),
    ...(text === undefined ? {} : { text }),
    ...(look.length === 0 ? {} : { visual: Object.fromEntries(look) }),
    ...(children === undefined ? {} : { children: children.map(withoutProvenance) }),
  }
}
