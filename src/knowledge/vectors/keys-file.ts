import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** The file of a folder that holds the key of each label. */
export const KEYS_FILE = 'keys.json'

const Keys = z.array(z.string().nullable())

export async function writeKeys(path: string, keys: readonly (string | null)[]): Promise<void> {
  await writeFile(path, JSON.stringify(keys))
}

/** Keys by label; null for a label that is free. */
export async function readKeys(path: string): Promise<(string | null)[]> {
  return Keys.parse(JSON.parse(await readFile(path, 'utf8')))
}
