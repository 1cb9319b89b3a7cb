import type { Effect } from '../effect.ts'
import type { PropertyWord } from './changes.ts'

/** What "no shadow", "without a border", "remove the underline" do. */
export function noProperty(property: PropertyWord): Effect[] | null {
  switch (property) {
    case 'shadow':
      return [{ kind: 'set', property, value: 'none' }]
    case 'border':
    case 'borderWidth':
      return [{ kind: 'set', property: 'borderWidth', value: 0 }]
    case 'textDecoration':
      return [{ kind: 'set', property, value: 'none' }]
    case 'borderTop':
    case 'borderRight':
    case 'borderBottom':
    case 'borderLeft':
      return [{ kind: 'set', property, value: { width: 0 } }]
    case 'padding':
    case 'paddingTop':
    case 'paddingRight':
    case 'paddingBottom':
    case 'paddingLeft':
    case 'marginTop':
    case 'marginRight':
    case 'marginBottom':
    case 'marginLeft':
    case 'margin':
    case 'gap':
    case 'borderRadius':
    case 'letterSpacing':
      return [{ kind: 'set', property, value: 0 }]
    case 'spacing':
      return [{ kind: 'spacing', between: false, to: 0 }]
    case 'gradient':
    case 'background':
    case 'imageUrl':
    case 'icon':
    case 'alt':
    case 'price':
    case 'placeholder':
    case 'href':
      return [{ kind: 'set', property, value: null }]
    case 'fontStyle':
      return [{ kind: 'set', property, value: 'normal' }]
    case 'textTransform':
      return [{ kind: 'set', property, value: 'none' }]
    case 'opacity':
      return [{ kind: 'set', property, value: 1 }]
    default:
      return null
  }
}
