import { expect, it } from 'vitest'
import { createEngine, TOKENS_ID } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'

const engine = createEngine()

function screen(...ids: string[]): Blueprint {
  return {
    tokens: { primary_color: '#112233', base_spacing: 8, border_radius: '4px' },
    components: ids.map((id) => ({ id, type: 'button', text: id })),
  }
}

it('a change of the theme has an entry of its own', () => {
  const { changed } = engine.run(screen('save'), 'change the primary color to teal')
  expect(changed).toEqual([{ id: TOKENS_ID, properties: ['primaryColor'] }])
})

it('also where components have the id of the theme', () => {
  const steps = [
    { kind: 'set', targets: ['$tokens'], property: 'textColor', value: '#FF0000' },
    { kind: 'delete', targets: ['$$tokens'] },
    { kind: 'token', token: 'primaryColor', value: '#00FF00' },
  ] as const
  const { status, changed, delta } = engine.run(screen('$tokens', '$$tokens'), steps)
  expect(status).toBe('applied')
  expect(changed).toEqual([
    { id: '$tokens', properties: ['textColor'] },
    { id: '$$tokens', properties: ['removed'] },
    { id: '$$$tokens', properties: ['primaryColor'] },
  ])
  expect(JSON.parse(delta)).toMatchObject({ changed })
})
