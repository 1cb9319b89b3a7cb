import type { Session } from 'blueprint-command-engine'
import { printable, quoted } from '../render/printable.ts'
import { plural } from '../render/view.ts'
import type { View } from '../render/view.ts'

// What the interactive mode does with its session: each gives the lines to print, and throws a RangeError where it is rejected.

export function historyLines({ history, size }: Session, { palette }: View): string[] {
  const lost = size.dropped === 0 ? [] : [palette.faint(`(${plural(size.dropped, 'older step')} dropped)`)]
  if (history.length === 0) return [...lost, 'there are no steps yet']
  const width = String(history.at(-1)!.step).length
  const steps = history.map(({ step, label, name, applied }) => {
    const undone = applied ? '' : palette.faint('  (undone)')
    const note = name === undefined ? '' : `  ${palette.id(printable(name))}`
    return `${String(step).padStart(width)}  ${printable(label)}${note}${undone}`
  })
  return [...lost, ...steps]
}

export function setCheckpoint(session: Session, name: string): string[] {
  if (name === '') throw new RangeError('a checkpoint needs a name, as in :checkpoint before-colors')
  session.checkpoint(name)
  return [`checkpoint ${quoted(name)} is set`]
}

export function rollBack(session: Session, place: string): string[] {
  if (place === '') throw new RangeError('expected a name or the number of a step, as in :rollback 2')
  session.rollbackTo(isStep(place) ? Number(place) : place)
  return ['gone back']
}

/** Goes to a branch, begins it if there is none of the name, or lists them where none is said. */
export function branchOff(session: Session, name: string, { palette }: View): string[] {
  if (name === '')
    return session.branches.map((branch) => {
      const mark = branch.isCurrent ? '* ' : '  '
      return `${mark}${palette.id(printable(branch.name))}  ${plural(branch.steps, 'step')}`
    })
  const isKnown = session.branches.some((branch) => branch.name === name)
  if (isKnown) session.switchTo(name)
  else session.branch(name)
  return [isKnown ? `on branch ${quoted(name)}` : `branch ${quoted(name)} begins here`]
}

export function squashSteps(session: Session, argument: string): string[] {
  const [from = '', to = '', ...more] = argument.split(/\s+/)
  if (!isStep(from) || !isStep(to) || more.length > 0)
    throw new RangeError('expected the numbers of the first and the last step, as in :squash 2 4')
  session.squash(Number(from), Number(to))
  return [`${plural(Number(to) - Number(from) + 1, 'step')} became one`]
}

function isStep(text: string): boolean {
  return /^\d{1,9}$/.test(text)
}
