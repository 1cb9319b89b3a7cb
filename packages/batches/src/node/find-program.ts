import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join, resolve } from 'node:path'

/** The file that a program's name means, as the system would find it; null if there is none that may be run. */
export async function findProgram(name: string, folder: string): Promise<string | null> {
  const isPath = /[/\\]/.test(name)
  const folders = isPath ? [''] : (process.env['PATH'] ?? '').split(delimiter)
  const endings =
    process.platform === 'win32' ? ['', ...(process.env['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';')] : ['']
  for (const place of folders)
    for (const ending of endings) {
      const path = isPath
        ? isAbsolute(name)
          ? name
          : resolve(folder, name)
        : join(place === '' ? '.' : place, name)
      if (await isProgram(`${path}${ending}`)) return `${path}${ending}`
    }
  return null
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
