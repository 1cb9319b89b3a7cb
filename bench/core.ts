// The engine under measurement. Two versions can be loaded side by side, so scenarios never import it themselves.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as reading from '../src/decompose/read-command.ts'
import type * as core from '../src/index.ts'

/** What scenarios use of a build. */
export type Core = typeof core & Pick<typeof reading, 'readCommand'>

const MODULES = ['index.js', join('decompose', 'read-command.js')]

/** The engine compiled together with this bench. */
export const ownBuild: string = resolve(import.meta.dirname, '..', 'src')

/**
 * Loads the engine of a build.
 *
 * @param folder a checkout in which the bench has run, which compiles the sources file by file, or the folder with them
 */
export async function loadCore(folder: string): Promise<Core> {
  const candidates = ['', join('.build', 'src')].map((inner) => resolve(folder, inner))
  const found = candidates.find((path) => MODULES.every((module) => existsSync(join(path, module))))
  if (found === undefined)
    throw new Error(`expected .build/src in ${folder}, as npm run bench leaves it; found none`)
  const modules = await Promise.all(
    MODULES.map(async (module) => import(pathToFileURL(join(found, module)).href) as Promise<object>),
  )
  // The files are named, so their exports are known; an older build may lack some, which its scenarios would tell.
  return Object.assign({}, ...modules) as Core
}
