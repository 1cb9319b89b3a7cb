import { rename, replace, write } from './content.ts'
import type { Family } from './family.ts'
import { passive, topic } from './passive.ts'
import { align, move, moveAgain, swap } from './placing.ts'
import { add, addBare, duplicate, hide, remove, show, wrap } from './structure.ts'
import { again, alsoEffects, attributive, complain, describe, effectVerb, give, make, more, set, setAgain, strip, useFont, wish } from './styling.ts'
import { theme } from './theme.ts'

/**
 * The families in the order in which they are asked; the first that reads a clause to its end wins, the others become
 * its alternatives.
 * - theme first: "primary color" is a token before it is a colour of something;
 * - strip before delete: "remove the underline from X" is not the deletion of a component;
 * - swap, duplicate, wrap, rename, replace, write have verbs of their own;
 * - give before add: "add padding to the cards" gives, "add a button" adds, because no effect stands there;
 * - add before move: "put a heading above the map" adds what "a" introduces;
 * - set before make: "P of X to V" is narrower than "X E";
 * - describe, complain and the families without a verb come last, elliptic ones after all.
 */
export const families: readonly Family[] = [
  theme,
  strip,
  remove,
  hide,
  show,
  swap,
  duplicate,
  wrap,
  rename,
  replace,
  write,
  align,
  more,
  effectVerb,
  set,
  useFont,
  give,
  add,
  move,
  make,
  topic,
  complain,
  moveAgain,
  setAgain,
  describe,
  passive,
  wish,
  alsoEffects,
  addBare,
  attributive,
  again,
]
