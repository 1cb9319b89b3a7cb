import { describe, expect, test } from 'vitest'
import type { Component } from '../../src/document/blueprint.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { commit } from '../../src/document/change.ts'
import { defaultRuleLevels } from '../../src/verify/levels.ts'
import { rules } from '../../src/verify/registry.ts'
import { verifyChange, verifyDocument } from '../../src/verify/verify.ts'
import { brief, doc, edited, issuesAfter, part } from './edited.ts'

const bad: Component = part('bad', {
  type: 'button',
  text: 'Buy',
  bbox: [0, 0, 20, 20],
  visual: { bg_color: '#FFF', text_color: '#EEE', border_color: 'nope', padding: '$none' },
})

test('every rule has a level, and every level a rule', () => {
  expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(defaultRuleLevels).sort())
})

test('issues come in the order of the rules', () => {
  const issues = verifyDocument(new DocumentIndex(doc([bad, part('over', { bbox: [0, 0, 20, 20] })])))
  expect(brief(issues)).toEqual([
    'error overlap over',
    'warning color-syntax bad',
    'warning token-reference bad',
    'warning contrast bad',
    'warning target-size bad',
    'warning target-size bad',
  ])
  expect(issues.every(({ stage, message }) => stage === 'verify' && message !== '')).toBe(true)
})

test('levels raise rules, lower them, and switch them off', () => {
  const index = new DocumentIndex(doc([bad]))
  const levels = {
    ...defaultRuleLevels,
    contrast: 'error',
    'color-syntax': 'off',
    'target-size': 'off',
  } as const
  expect(brief(verifyDocument(index, levels))).toEqual(['warning token-reference bad', 'error contrast bad'])
  const insert = (t: Transaction): void => void t.insert(bad, null, 0)
  expect(brief(issuesAfter(doc([]), insert, {}, levels))).toEqual([
    'warning token-reference bad',
    'error contrast bad',
  ])
})

test('a change that changes nothing makes nothing worse', () => {
  const { change, index } = edited(doc([bad]), () => {})
  expect(verifyChange(change, index)).toEqual([])
})

test('at most 1000 issues a rule, and soon', () => {
  const same = Array.from({ length: 3000 }, (_, i) => part(`c${i}`, { bbox: [0, 0, 10, 10] }))
  expect(verifyDocument(new DocumentIndex(doc(same)))).toHaveLength(1000)
  const apart = same.map((component, i) => ({ ...component, bbox: [0, i * 20, 10, 10] as const }))
  const { change, index } = edited(doc(apart), (t) => {
    for (const node of t.index.top) t.setBox(node, [0, 0, 10, 10])
  })
  expect(verifyChange(change, index)).toHaveLength(1000)
})

describe('a chain of changes on one index', () => {
  test('undo and redo make new nodes for what a change had made', () => {
    const index = new DocumentIndex(doc([part('a')], { tokens: { primary_color: '#FFF' } }))
    const run = (edit: (t: Transaction) => void): string[] => {
      const transaction = new Transaction(index)
      edit(transaction)
      return brief(verifyChange(commit(transaction), index))
    }
    run((t) => t.writeToken('primaryColor', '#EEE'))
    const before = index.root
    run(
      (t) =>
        void t.insert(
          part('b', { text: 'x', visual: { bg_color: '$primary_color', text_color: '#000' } }),
          null,
          0,
        ),
    )
    const after = index.root
    index.moveTo(before)
    index.moveTo(after)
    expect(run((t) => t.writeToken('primaryColor', '#111'))).toEqual(['warning contrast b'])
  })

  test('what refers to tokens is known through changes of every kind, and after going back', () => {
    const themed = (id: string): Component =>
      part(id, { text: 'x', visual: { bg_color: '$primary_color', text_color: '#000' } })
    const index = new DocumentIndex(
      doc([themed('a'), part('b', { text: 'x', visual: { bg_color: '#FFF', text_color: '#000' } })], {
        tokens: { primary_color: '#FFF' },
      }),
    )
    const run = (edit: (t: Transaction) => void): string[] => {
      const transaction = new Transaction(index)
      edit(transaction)
      return brief(verifyChange(commit(transaction), index))
    }
    expect(run((t) => t.writeToken('primaryColor', '#111'))).toEqual(['warning contrast a'])
    expect(run((t) => t.writeToken('primaryColor', '#FFF'))).toEqual([])
    const start = index.root
    expect(run((t) => t.write(index.node('b')!, 'background', '$primary_color'))).toEqual([])
    expect(run((t) => t.writeToken('primaryColor', '#111'))).toEqual([
      'warning contrast a',
      'warning contrast b',
    ])
    expect(run((t) => t.writeToken('primaryColor', '#FFF'))).toEqual([])
    expect(run((t) => t.remove(index.node('a')!))).toEqual([])
    expect(run((t) => void t.insert(part('box', { children: [themed('c')] }), null, 0))).toEqual([])
    expect(run((t) => t.writeToken('primaryColor', '#111'))).toEqual([
      'warning contrast c',
      'warning contrast b',
    ])
    const end = index.root
    index.moveTo(start)
    index.moveTo(end)
    expect(run((t) => t.writeToken('primaryColor', '#121212'))).toEqual([])
    expect(run((t) => t.writeToken('primaryColor', '#FFF'))).toEqual([])
    index.moveTo(start)
    expect(run((t) => t.writeToken('primaryColor', '#111'))).toEqual(['warning contrast a'])
  })
})
