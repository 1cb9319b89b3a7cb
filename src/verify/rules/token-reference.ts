import {
  forEachToken,
  referencedToken,
  resolveToken,
  tokenReferencesOf,
} from '../../document/token-reference.ts'
import { aspects, NO_ASPECT } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'
import type { DocumentView } from '../view.ts'

/** A style that stands for a token (`$name`, `{tokens.name}`, `token:name`) names one that the theme has. */
export const tokenReference: ComponentRule = {
  name: 'token-reference',
  scope: 'component',
  reads: aspects('look'),
  passesOn: NO_ASPECT,
  readsTheme: true,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    const references = tokenReferencesOf(view.component(node))
    if (references === null) return
    for (const { key, text } of references)
      if (isMissing(view, text)) found.push(finding(node, `${key} ${text}`))
  },
  checkTheme(view, found) {
    forEachToken(view.blueprint, (path, _kind, value) => {
      if (typeof value === 'string' && isMissing(view, value)) found.push(finding(null, `${path} ${value}`))
    })
  },
  explain(_view, { node, detail }) {
    const [key, text] = splitOnce(detail)
    const where = node === null ? `the token ${key}` : `${nameOf(node)} (${key})`
    return {
      message: `${where} refers to ${JSON.stringify(text)}, which is not a token of the theme`,
      path: '',
      suggestions: [],
    }
  },
}

function isMissing(view: DocumentView, text: string): boolean {
  const path = referencedToken(text)
  return path !== null && resolveToken(view.blueprint, path) === undefined
}

function splitOnce(detail: string): [string, string] {
  const at = detail.indexOf(' ')
  return [detail.slice(0, at), detail.slice(at + 1)]
}
