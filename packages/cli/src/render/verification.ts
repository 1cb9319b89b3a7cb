import type { Issue } from 'blueprint-command-engine'
import { renderIssues } from './issues.ts'
import type { Outline } from './outline.ts'
import { plural, section } from './view.ts'
import type { View } from './view.ts'

/** The faults of a document, the worst first. */
export function renderVerification(view: View, issues: readonly Issue[], outline: Outline): string[] {
  const errors = issues.filter(({ severity }) => severity === 'error')
  const warnings = issues.filter(({ severity }) => severity === 'warning')
  const notes = issues.filter(({ severity }) => severity === 'note')
  return [
    headline(view, errors.length, warnings.length, outline.size),
    ...section(view, 'Errors', renderIssues(view, errors, '', outline)),
    ...section(view, 'Warnings', renderIssues(view, warnings, '', outline)),
    ...section(view, 'Notes', renderIssues(view, notes, '', outline)),
  ]
}

function headline(view: View, errors: number, warnings: number, components: number): string {
  const { palette } = view
  const found = [
    errors > 0 ? plural(errors, 'error') : '',
    warnings > 0 ? plural(warnings, 'warning') : '',
  ].filter((text) => text !== '')
  const size = components > 0 ? `, ${plural(components, 'component')}` : ''
  if (errors > 0) return `${palette.bad('✗')} ${found.join(', ')}${size}`
  if (warnings > 0) return `${palette.warning('!')} ${found.join(', ')}${size}`
  return `${palette.good('✓')} no faults${size}`
}
