import type { Scope } from './criteria.ts'
import type { Figure } from './figure.ts'
import type { TicketFacts } from './log/ticket-facts.ts'
import { exactly, hullOf } from './range.ts'
import type { RunFigures } from './run-figures.ts'

export function isSuccess({ outcome, reviewPassed }: TicketFacts): boolean | null {
  if (outcome === 'failed' || reviewPassed === false) return false
  return outcome === 'done' ? true : null
}

export function isFirstTry(ticket: TicketFacts): boolean | null {
  const success = isSuccess(ticket)
  if (success === false || ticket.fixLoops.low > 0) return false
  return success === true && ticket.fixLoops.high === 0 ? true : null
}

/**
 * The share of tickets in percent. A ticket of which it is not known widens the range, and so does one that may or may not
 * be meant; a share that the log states itself has to agree, or the range holds both.
 */
export function rate(
  { tickets, statedRates, plannedTickets, completedTickets }: RunFigures,
  { model, complexity }: Scope,
  judge: (ticket: TicketFacts) => boolean | null,
  words: readonly string[],
): Figure | null {
  const isTold = ({ outcome, fixLoops }: TicketFacts): boolean => outcome !== null || fixLoops.low > 0
  // One whose outcome nobody understands may be either; so may those that are counted and not named.
  const told = tickets.some(isTold) ? tickets : []
  const unnamed = told.length === 0 ? 0 : Math.max(0, plannedTickets - tickets.length)
  const meant = told.filter(
    (ticket) =>
      (model === undefined || ticket.model === null || ticket.model.includes(model)) &&
      (complexity === undefined || ticket.complexity === null || ticket.complexity === complexity),
  )
  const sure = meant.filter(
    (ticket) =>
      (model === undefined || ticket.model !== null) &&
      (complexity === undefined || ticket.complexity !== null),
  )
  const stated = statedRates.filter(
    (one) =>
      words.every((word) => one.words.includes(word)) && (model === undefined || one.words.includes(model)),
  )
  const said = hullOf(stated.map(({ percent }) => exactly(percent)))
  const statedPlaces = stated.map(({ place }) => place)
  if (meant.length === 0 || (sure.length === 0 && said !== undefined)) {
    if (said !== undefined) return { range: said, places: statedPlaces }
    const isCounted = words.includes('success') && model === undefined && complexity === undefined
    return isCounted && completedTickets !== null ? shareOfCounts(completedTickets, plannedTickets) : null
  }
  const yes = sure.filter((ticket) => judge(ticket) === true).length
  const no = sure.filter((ticket) => judge(ticket) === false).length
  const count = meant.length + unnamed
  const range = { low: (yes / count) * 100, high: ((count - no) / count) * 100 }
  const agrees = said === undefined || (said.low >= range.low - 1 && said.high <= range.high + 1)
  const places = [...meant.flatMap((ticket) => ticket.places.slice(0, 2)), ...statedPlaces]
  if (range.low < range.high && said !== undefined && agrees) return { range: said, places }
  return { range: agrees ? range : hullOf([range, said])!, places }
}

/** `tickets_completed: 5/6`, where no ticket is named. */
function shareOfCounts({ range, places }: Figure, planned: number): Figure | null {
  if (planned === 0 || range.high > planned) return null
  return { range: { low: (range.low / planned) * 100, high: (range.high / planned) * 100 }, places }
}
