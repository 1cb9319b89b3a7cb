import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/command/step.ts'
import type { Box } from '../../../src/document/blueprint.ts'
import { boxOf, find, part, runSteps, screenOf } from '../../support/sound-change.ts'

const document = screenOf(
  part('box', [100, 100, 200, 100], { type: 'card', children: [part('in', [110, 110, 50, 20])] }),
  part('other', [0, 220, 100, 20]),
)

describe('shift, place-at and align', () => {
  it.each<[Step, string, Box]>([
    [{ kind: 'shift', targets: ['box'], dx: 20, dy: -5 }, 'in', [130, 105, 50, 20]],
    [{ kind: 'shift', targets: ['box', 'in'], dx: 20, dy: 0 }, 'in', [130, 110, 50, 20]],
    [{ kind: 'shift', targets: ['box'], dx: 0, dy: 100 }, 'box', [100, 200, 200, 100]],
    [{ kind: 'shift', targets: ['box'], dx: 0, dy: 100 }, 'other', [0, 220, 100, 20]],
    [{ kind: 'place-at', targets: ['box'], x: 0 }, 'in', [10, 110, 50, 20]],
    [{ kind: 'place-at', targets: ['box', 'in'], x: 0, y: 0 }, 'in', [0, 0, 50, 20]],
    [{ kind: 'align', targets: ['box'], to: 'center' }, 'box', [100, 100, 200, 100]],
    [{ kind: 'align', targets: ['other'], to: 'center' }, 'other', [150, 220, 100, 20]],
    [{ kind: 'align', targets: ['other'], to: 'right' }, 'other', [300, 220, 100, 20]],
    [{ kind: 'align', targets: ['other'], to: 'bottom' }, 'other', [0, 780, 100, 20]],
    [{ kind: 'align', targets: ['in'], to: 'right' }, 'in', [250, 110, 50, 20]],
    [{ kind: 'align', targets: ['in'], to: 'middle' }, 'in', [110, 140, 50, 20]],
    [{ kind: 'align', targets: ['in', 'box'], to: 'left' }, 'in', [0, 110, 50, 20]],
  ])('%j: #%s', (step, id, box) => {
    const { after, errors } = runSteps(document, [step])
    expect(errors).toEqual([])
    expect(boxOf(after, id)).toEqual(box)
  })

  it('writes an alignment where there are no boxes', () => {
    const plain = { components: [part('text', null), part('card', null, { type: 'card' })] }
    const { after } = runSteps(plain, [
      { kind: 'align', targets: ['text', 'card'], to: 'center' },
      { kind: 'shift', targets: ['card'], dx: 20, dy: 0 },
    ])
    expect(find(after, 'text').visual).toEqual({ text_align: 'center' })
    expect(find(after, 'card').visual).toEqual({ align: 'right' })
  })

  it.each<Step>([
    { kind: 'align', targets: ['plain'], to: 'top' },
    { kind: 'place-at', targets: ['plain'], x: 4 },
    { kind: 'shift', targets: ['plain'], dx: 0, dy: 4 },
    { kind: 'shift', targets: ['plain'], dx: Number.NaN, dy: 0 },
    { kind: 'place-at', targets: ['plain'], x: Number.POSITIVE_INFINITY },
  ])('refuses %j', (step) => {
    const plain = { components: [part('plain', null)] }
    const { after, errors } = runSteps(plain, [step])
    expect(errors).toHaveLength(1)
    expect(after).toBe(plain)
  })
})
