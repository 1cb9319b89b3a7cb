import { arrange, pin } from './arrange.ts'
import type { Frame, Role } from './frame.ts'
import { add, addBare, copies, duplicate } from './new-things.ts'
import { align, belong, hide, show, move, remove, stand, swap } from './structure.ts'
import { lead, nameIt, reword, sameAs, scale, takeOff, useFont } from './sayings.ts'
import { complain, justify, token, wrap } from './others.ts'
import { was, wasNot } from './former.ts'
import { except, spared } from './roles.ts'
import { room } from './room.ts'
import { quantity } from './said-last.ts'
import { when } from './when.ts'
import { change, clear, look, replace, retitle, step, write } from './style.ts'

/** Every frame, each once; the order decides nothing but which of two equally likely readings is named first. */
const all: readonly Frame[] = [
  look,
  step,
  change,
  write,
  replace,
  retitle,
  clear,
  move,
  belong,
  swap,
  align,
  add,
  addBare,
  duplicate,
  remove,
  hide,
  show,
  stand,
  token,
  wrap,
  complain,
  justify,
  lead,
  takeOff,
  sameAs,
  scale,
  reword,
  nameIt,
  useFont,
  copies,
  arrange,
  pin,
  room,
]

/** What it was, what is spared and how many may stand behind each of them. */
export const frames: readonly Frame[] = all.map(ready)

/** With no field left out, though it may be undefined. */
type Every<T> = { readonly [K in keyof Required<T>]: T[K] | undefined } & T

/** Every field in its place: the search looks at all frames, and is slow where their shapes differ. */
function ready({ name, heads, verbless, opens, chains, roles, stake, build }: Frame): Frame {
  return {
    name,
    heads,
    verbless,
    opens,
    chains,
    stake,
    build,
    roles: [...roles, stake === 'destroy' ? wasNot : was, except, spared, quantity, when].map(
      (role): Every<Role> => ({
        name: role.name,
        read: role.read,
        marks: role.marks,
        bare: role.bare,
        many: role.many,
        afterHead: role.afterHead,
        after: role.after,
      }),
    ),
  }
}
