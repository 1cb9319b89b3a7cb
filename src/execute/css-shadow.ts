import { parseColor } from '../document/color.ts'

/** Lengths of a shadow: offsets, blur and spread (CSS Backgrounds and Borders 3, section 6.1). */
const LENGTH = /^-?(?:\d{1,6}(?:\.\d{1,4})?|\.\d{1,4})(?:px|rem|em)?$/
const MAX_LAYERS = 8
const MAX_CHARACTERS = 400

/** Whether a text is a shadow in CSS: `0 4px 12px #0000001A`, several separated by commas. O(length), which is bounded. */
export function isCssShadow(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false
  const layers = splitOutside(text, ',')
  return layers.length <= MAX_LAYERS && layers.every(isLayer)
}

function isLayer(layer: string): boolean {
  const parts = splitOutside(layer.trim(), ' ').filter((part) => part !== '' && part !== 'inset')
  const lengths = parts.filter((part) => LENGTH.test(part))
  const colors = parts.filter((part) => !LENGTH.test(part))
  if (lengths.length < 2 || lengths.length > 4 || colors.length > 1) return false
  // A blur is no length below 0.
  if (lengths[2]?.startsWith('-') === true) return false
  return colors.every((color) => parseColor(color) !== null)
}

/** Parts of a text between separators that stand in no parentheses. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '(') depth++
    else if (letter === ')') depth--
    else if (letter === separator && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}
