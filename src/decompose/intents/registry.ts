import { addBare } from './add-bare.ts'
import { add } from './add.ts'
import { again } from './again.ts'
import { align } from './align.ts'
import { also } from './also.ts'
import { attributive } from './attributive.ts'
import { bareVerb } from './bare-verb.ts'
import { complain } from './complain.ts'
import { remove } from './delete.ts'
import { correct } from './correct.ts'
import { describe } from './describe.ts'
import { duplicate } from './duplicate.ts'
import { effectVerb } from './effect-verb.ts'
import type { Family } from './family.ts'
import { fromTo } from './from-to.ts'
import { give } from './give.ts'
import { link } from './link.ts'
import { hide } from './hide.ts'
import { increase } from './increase.ts'
import { make } from './make.ts'
import { moveAgain } from './move-again.ts'
import { move } from './move.ts'
import { ofAnother } from './of-another.ts'
import { onSide } from './on-side.ts'
import { passive } from './passive.ts'
import { placeFirst } from './place-first.ts'
import { reason } from './reason.ts'
import { remark } from './remark.ts'
import { rename } from './rename.ts'
import { replace } from './replace.ts'
import { setAgain } from './set-again.ts'
import { set } from './set.ts'
import { show } from './show.ts'
import { strip, stripField } from './strip.ts'
import { swap } from './swap.ts'
import { theme } from './theme.ts'
import { topic } from './topic.ts'
import { useFont } from './use-font.ts'
import { verbSecond } from './verb-second.ts'
import { wish } from './wish.ts'
import { wrap } from './wrap.ts'
import { write } from './write.ts'

/**
 * The families in the order in which they are asked; the first that reads a clause to its end wins, the others become
 * its alternatives. Three groups: families with a verb, families with another mark, families with neither.
 *
 * With a verb, narrow before wide:
 * - theme first, above all before set: "make the theme's corner radius 12px" is no property of a component;
 * - strip before delete and hide: "remove the underline from X" is not the deletion of a component;
 * - delete, hide, show, swap, duplicate, wrap, rename, replace, write, align, increase and effect have verbs of their own,
 *   or, with the shared "put", ask for more than others do (a container, a quoted text);
 * - link asks for an address behind a thing;
 * - set before give and make, whose verbs it shares: in "give X a margin of 24px" and "make X's shadow bigger" the property
 *   is what is set, and "P of X to V" is narrower than "X E";
 * - use names a font, so it stands before give, which takes any effect;
 * - give before add: "add padding to the cards" gives, "add a button" adds, because no effect stands there;
 * - add before move: "put a heading above the map" adds what "a" introduces;
 * - make after all of them: it takes any effect of any thing.
 *
 * With another mark:
 * - topic ends at a comma or colon after "in" or "for";
 * - complain before describe: "is too big" wants the opposite of what it names; correct holds a comma and "wrong";
 * - move-again and set-again before describe and again: they go on with the verb before ("... and the title to 200px"), of-another
 *   with the thing before ("... of the second card blue").
 *
 * With neither, the more that must be said the earlier:
 * - describe names a thing and its look, passive a thing and what is done to it, on-side a thing and its side, verb-second the same with the verb as
 *   it is, wish a look and its thing;
 * - from-to names a thing and two values, place-first a place and a verb, bare-verb a verb after a remark;
 * - also has effects alone, need a new thing and its place, attributive an adjective and its noun;
 * - remark and reason after all: they wish nothing;
 * - again nearly last: it takes a bare noun phrase, and every clause that describe reads begins with one.
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
  link,
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
  correct,
  moveAgain,
  setAgain,
  ofAnother,
  describe,
  passive,
  onSide,
  verbSecond,
  fromTo,
  placeFirst,
  bareVerb,
  wish,
  also,
  addBare,
  attributive,
  again,
  stripField,
  remark,
  reason,
]
