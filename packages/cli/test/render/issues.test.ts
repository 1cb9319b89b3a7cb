import { describe, expect, test } from 'vitest'
import { renderIssues } from '../../src/render/issues.ts'
import { outlineOf } from '../../src/render/outline.ts'
import type { Issue } from 'blueprint-command-engine'
import { plainView } from './plain-view.ts'

const outline = outlineOf({
  components: [
    {
      id: 'card',
      type: 'card',
      bbox: [0, 8.5, 100, 100],
      children: [{ id: 'buy', type: 'button', text: 'Buy' }],
    },
  ],
})

function show(issue: Partial<Issue>, command = ''): string[] {
  return renderIssues(
    plainView,
    [{ code: 'not-understood', severity: 'error', message: 'no', stage: 'decompose', ...issue }],
    command,
    outline,
  )
}

describe('renderIssues', () => {
  test('underlines the words that are meant', () => {
    expect(show({ span: { start: 5, end: 8 } }, 'make foo red')).toEqual([
      '✗ not-understood: no',
      '    make foo red',
      '         ^^^',
    ])
  })

  test('keeps a long command to one line around them', () => {
    const command = `${'a '.repeat(200)}foo${' b'.repeat(200)}`
    const [, words = '', mark = ''] = show({ span: { start: 400, end: 403 } }, command)
    expect(words.length).toBeLessThanOrEqual(80)
    expect(words.startsWith('    …')).toBe(true)
    expect(words.endsWith('…')).toBe(true)
    expect(words.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('foo')
  })

  test('underlines the right place behind escapes', () => {
    const [, words, mark] = show({ span: { start: 6, end: 9 } }, '\u001B\n\t x foo')
    expect(words).toBe('    \\u{1B}\\n\\t x foo')
    expect(mark).toBe('                 ^^^')
  })

  test('a span outside the command is left out', () => {
    expect(show({ span: { start: 3, end: 99 } }, 'short')).toHaveLength(1)
    expect(show({ span: { start: 3, end: 3 } }, 'short')).toHaveLength(1)
  })

  test('candidates are shown with text and place, as far as they are components', () => {
    expect(show({ candidates: ['card', 'buy', 'nobody'] }).slice(1)).toEqual([
      '    card    card with "Buy"  at top level, at 0,8.5',
      '    buy     button "Buy"  in card',
      '    nobody',
    ])
  })

  test('one suggestion stands in a sentence, several are numbered', () => {
    expect(show({ suggestions: ['say this'] }).slice(1)).toEqual(['    this would work: say this'])
    expect(show({ severity: 'warning', suggestions: ['a', 'b'] }).slice(1)).toEqual([
      '    one of these would fix it:',
      '      1. a',
      '      2. b',
    ])
  })

  test('a place in the document is named where the message does not', () => {
    expect(show({ path: '/components/0' })[0]).toBe('✗ not-understood: no (/components/0)')
    expect(show({ path: '/components/0', message: 'wrong at /components/0' })[0]).toBe(
      '✗ not-understood: wrong at /components/0',
    )
    expect(show({ path: '/components/0', id: 'card' })[0]).toBe('✗ not-understood: no')
  })

  test('hundreds are cut short', () => {
    const issues = Array.from({ length: 500 }, (): Issue => ({
      code: 'contrast',
      severity: 'warning',
      message: 'pale',
      stage: 'verify',
    }))
    const lines = renderIssues(plainView, issues, '', outline)
    expect(lines.length).toBeLessThan(50)
    expect(lines.at(-1)).toBe('… 460 more; --json lists all')
  })
})
