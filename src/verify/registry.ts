import type { Rule } from './rule.ts'
import { boxInvalid } from './rules/box-invalid.ts'
import { colorSyntax } from './rules/color-syntax.ts'
import { contrast } from './rules/contrast.ts'
import { contrastUnknown } from './rules/contrast-unknown.ts'
import { duplicateId } from './rules/duplicate-id.ts'
import { identityChanged } from './rules/identity-changed.ts'
import { labelDangling } from './rules/label-dangling.ts'
import { outsideParent } from './rules/outside-parent.ts'
import { overlap } from './rules/overlap.ts'
import { schema } from './rules/schema.ts'
import { targetSize } from './rules/target-size.ts'
import { tokenReference } from './rules/token-reference.ts'

/**
 * All rules, in the order in which their issues are reported: first what makes a document unreadable (later rules may then be
 * consequences), then what breaks its layout and its references, then what makes it hard to use, then what is not known.
 */
export const rules: readonly Rule[] = [
  schema,
  duplicateId,
  identityChanged,
  boxInvalid,
  overlap,
  outsideParent,
  labelDangling,
  colorSyntax,
  tokenReference,
  contrast,
  targetSize,
  contrastUnknown,
]
