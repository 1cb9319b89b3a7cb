import { createPalette } from '../../src/render/palette.ts'
import type { View } from '../../src/render/view.ts'

/** Output without colours, as a pipe gets it. */
export const plainView: View = { palette: createPalette('none'), columns: 80 }
