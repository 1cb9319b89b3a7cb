/** Costs of what a noun phrase is made of; the less, the likelier. */
export const COST: Readonly<
  Record<
    | 'wholeId'
    | 'wholeName'
    | 'wholeCapital'
    | 'wholeWord'
    | 'part'
    | 'partFurther'
    | 'unknown'
    | 'propertyAsName'
    | 'textOf'
    | 'elliptic'
    | 'farFilter'
    | 'bareName',
    number
  >
> = {
  wholeId: -7,
  wholeName: -6,
  wholeCapital: -4,
  wholeWord: 0,
  part: 1,
  partFurther: -1,
  unknown: 10,
  propertyAsName: 5,
  textOf: 3,
  elliptic: 2,
  farFilter: 1,
  bareName: 1,
}
