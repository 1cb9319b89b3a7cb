import { expect, it, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, Component } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { shopScreen } from '../support/shop-screen.ts'

vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine()
const shop = shopScreen()

/** The command with every single slip in every word: a letter left out, doubled, exchanged or hit beside. */
function slipsOf(command: string): string[] {
  const slips = new Set<string>()
  for (let at = 0; at < command.length; at++) {
    const [before, letter, after] = [command.slice(0, at), command[at]!, command.slice(at + 1)]
    if (!/[a-z]/.test(letter)) continue
    slips.add(before + after)
    slips.add(before + letter + letter + after)
    if (/^[a-z]/.test(after)) slips.add(before + after[0]! + letter + after.slice(1))
    for (const other of 'ens') slips.add(before + other + after)
  }
  slips.delete(command)
  return [...slips]
}

/** Ids that can be seen no more. */
function goneFrom(before: Blueprint, after: Blueprint): Set<string> {
  const isSeen = ({ visual }: Component): boolean => visual?.['hidden'] !== true && visual?.['opacity'] !== 0
  const left = new Set(
    allOf(after)
      .filter(isSeen)
      .map(({ id }) => id),
  )
  return new Set(
    allOf(before)
      .filter((component) => isSeen(component) && !left.has(component.id))
      .map(({ id }) => id),
  )
}

const isCorrected = ({ issues }: Answer): boolean => issues.some(({ code }) => code === 'corrected')

const HARMLESS = [
  'make the page title red',
  'show the promo',
  'slide the rule down 4px',
  'set the text of the intro to bold',
  'move the page title below the intro',
  'give the order form a hint of blue',
  'align the help link right',
  'bold the page title',
  'swap the help link and the about link',
]

it('no correction of a command that takes nothing away deletes or hides anything', () => {
  let corrected = 0
  for (const command of HARMLESS)
    for (const slip of slipsOf(command)) {
      const answer = engine.run(shop, slip)
      if (isCorrected(answer)) corrected++
      expect([slip, ...goneFrom(shop, answer.blueprint)]).toEqual([slip])
    }
  expect(corrected).toBeGreaterThan(600)
})

const TAKING = [
  'delete the page title',
  'hide the intro',
  'remove the cancel button',
  'delete the second product card',
  'get rid of the promo',
  'hide both links in the page footer',
]

it('a corrected deletion takes what was named, or nothing; a doubtful one is suggested', () => {
  let corrected = 0
  let asked = 0
  const wrong: string[] = []
  for (const command of TAKING) {
    const meant = goneFrom(shop, engine.run(shop, command).blueprint)
    for (const slip of slipsOf(command)) {
      const answer = engine.run(shop, slip)
      if (!isCorrected(answer)) continue
      corrected++
      const gone = goneFrom(shop, answer.blueprint)
      if (gone.size === 0) asked++
      else if ([...gone].some((id) => !meant.has(id))) wrong.push(slip)
      if (gone.size > 0) expect(answer.confidence).toBeGreaterThanOrEqual(0.9)
    }
  }
  expect(wrong).toEqual([])
  expect(corrected).toBeGreaterThan(300)
  expect(asked).toBeLessThan(corrected / 4)
})

it('every suggestion works, and takes away no more than the command spoke of', () => {
  let tried = 0
  for (const command of [...HARMLESS, ...TAKING])
    for (const slip of slipsOf(command).filter((_, i) => i % 5 === 0)) {
      const answer = engine.run(shop, slip)
      if (answer.status === 'applied') continue
      for (const suggestion of answer.issues.flatMap(({ suggestions = [] }) => suggestions)) {
        tried++
        const { status, blueprint } = engine.run(shop, suggestion)
        expect([suggestion, status]).toEqual([suggestion, 'applied'])
        if (HARMLESS.includes(command))
          expect([slip, suggestion, ...goneFrom(shop, blueprint)]).toEqual([slip, suggestion])
      }
    }
  expect(tried).toBeGreaterThan(50)
})
