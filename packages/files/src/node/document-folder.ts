import { mkdir, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Whether there is a folder at a path; false for anything else, and for nothing. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/**
 * The `.json` and `.html` files in a folder, relative to it, in the order of their names. Links are not followed: nothing outside the
 * folder is touched.
 *
 * @throws what the file system says when the folder cannot be read
 */
export async function listDocuments(folder: string, isRecursive: boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: isRecursive })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:json|html?)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort((a, b) => (a < b ? -1 : 1))
}

/** Makes a folder and those that it is in, where they are not there. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
}
