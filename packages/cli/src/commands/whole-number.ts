import { InvalidArgumentError } from 'commander'

/** Reads an option's number; what is none, or out of range, is wrong use. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`)
    return number
  }
}
