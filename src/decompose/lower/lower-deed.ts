import { ok } from '../../base/result.ts'
import type { Step } from '../../command/step.ts'
import type { Deed } from '../act.ts'
import { amongHolders } from './holder-of.ts'
import type { LowerContext, Lowering } from './lowering.ts'
import { placed } from './placed.ts'

/** The step of a wish that names nothing on the screen. */
export function lowerDeed(deed: Deed, context: LowerContext): Lowering {
  switch (deed.kind) {
    case 'section': {
      const outer: LowerContext = { ...context, wants: 'unit', stake: 'structure' }
      return placed(amongHolders(deed.place, outer), outer, null, (place) =>
        done(
          {
            kind: 'section',
            template: deed.template,
            ...(deed.slots === null ? {} : { slots: deed.slots }),
            ...(place === null ? {} : { place }),
          },
          0,
        ),
      )
    }
    case 'ask-token':
      return done({ kind: 'ask', question: { kind: 'token', token: deed.token } })
    default:
      return done(deed)
  }
}

function done(step: Step, makes = -1): Lowering {
  return ok({ steps: [step], targets: [], why: step.kind, reference: null, makes })
}
