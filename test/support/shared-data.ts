import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { packageRoot } from './spawn-blueprint.ts'

const folder = `${packageRoot}../shared/data`

/** Real plans and work items lie beside the project where it is developed; they are no part of it. */
export const hasSharedData: boolean = existsSync(`${folder}/plans`)

export function sharedFiles(
  kind: 'plans' | 'work-items',
): { readonly file: string; readonly text: string }[] {
  return readdirSync(`${folder}/${kind}`)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${folder}/${kind}/${file}`, 'utf8') }))
}
