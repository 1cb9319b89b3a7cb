import type { Blueprint } from '../../src/index.ts'
import { makeDocument } from '../documents.ts'
import { standardSet } from '../standard-set.ts'
import { stepsCommand } from '../steps-command.ts'

export interface Case {
  readonly blueprint: Blueprint
  readonly command: string
}

const STRUCTURE = [
  'move the second card to the top',
  'delete the first text',
  'duplicate the first card',
  "add a button 'Send' below the first text",
  'wrap the first title and the first text in a container',
  'swap the first button and the second button',
  'hide the second button',
  'make the first card 50px taller',
  'make the theme darker',
] as const

export const documents: readonly Blueprint[] = (['flat', 'nested'] as const).flatMap((shape) =>
  [20, 100].map((size) => makeDocument(size, shape)),
)

export const commands: readonly string[] = [
  ...standardSet.map(({ command }) => command),
  ...STRUCTURE,
  stepsCommand(5, 20),
  stepsCommand(50, 100),
]

export const cases: readonly Case[] = documents.flatMap((blueprint) =>
  commands.map((command) => ({ blueprint, command })),
)
