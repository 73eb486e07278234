import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const OWN = resolve(import.meta.dirname, '../..')

/** A copy of the staff files in a temporary folder, for a test that changes them. */
export async function copyStaffFiles(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'bianban-staff-'))
  for (const folder of ['knowledge', 'prompts']) await cp(join(OWN, folder), join(root, folder), { recursive: true })
  return root
}

/** Changes one staff file as an editor would. @throws when the words to change are not in it. */
export async function editStaffFile(root: string, file: string, from: string, to: string): Promise<void> {
  const path = join(root, file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`)
  await writeFile(path, text.replace(from, to))
}
