import type { Component, Visual } from './blueprint.ts'

// What `readProperty` reads, for the properties that verifying a short command reads again and again. A key that stands in
// the code is found by an inline cache, one that comes out of a table by a search: bench total/2-steps-delta, 14%.

export function storedBackground({ visual }: Component): Visual['bg_color'] {
  return visual?.bg_color
}

export function storedGradient({ visual }: Component): Visual['gradient'] {
  return visual?.gradient
}

export function storedTextColor({ visual }: Component): Visual['text_color'] {
  return visual?.text_color
}

export function storedFontSize({ visual }: Component): Visual['font_size'] {
  return visual?.font_size
}

export function storedFontWeight({ visual }: Component): Visual['font_weight'] {
  return visual?.font_weight
}

export function storedOpacity({ visual }: Component): Visual['opacity'] {
  return visual?.opacity
}

export function storedHidden({ visual }: Component): Visual['hidden'] {
  return visual?.hidden
}

export function storedPosition({ visual }: Component): Visual['position'] {
  return visual?.position
}

export function storedPin({ visual }: Component): Visual['pin'] {
  return visual?.pin
}

export function storedPrice({ visual }: Component): Visual['price'] {
  return visual?.price
}
