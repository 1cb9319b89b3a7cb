import { addBare } from './add-bare.ts'
import { add } from './add.ts'
import { again } from './again.ts'
import { align } from './align.ts'
import { also } from './also.ts'
import { attributive } from './attributive.ts'
import { complain } from './complain.ts'
import { remove } from './delete.ts'
import { describe } from './describe.ts'
import { duplicate } from './duplicate.ts'
import { effectVerb } from './effect-verb.ts'
import type { Family } from './family.ts'
import { give } from './give.ts'
import { hide } from './hide.ts'
import { increase } from './increase.ts'
import { make } from './make.ts'
import { moveAgain } from './move-again.ts'
import { move } from './move.ts'
import { passive } from './passive.ts'
import { rename } from './rename.ts'
import { replace } from './replace.ts'
import { setAgain } from './set-again.ts'
import { set } from './set.ts'
import { show } from './show.ts'
import { strip } from './strip.ts'
import { swap } from './swap.ts'
import { theme } from './theme.ts'
import { topic } from './topic.ts'
import { useFont } from './use-font.ts'
import { wish } from './wish.ts'
import { wrap } from './wrap.ts'
import { write } from './write.ts'

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
  increase,
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
  also,
  addBare,
  attributive,
  again,
]
