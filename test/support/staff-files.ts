import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'

const OWN = resolve(import.meta.dirname, '../..')

/** A copy of the staff files in a temporary folder, for a test that changes them. */
export async function copyStaffFiles(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'bianban-staff-'))
  for (const folder of ['knowledge', 'prompts']) await cp(join(OWN, folder), join(root, folder), { recursive: true })
  return root
}

/**
 * The same for a small town: only these guides, with their forms and the questions asked of them. What a house with a
 * changed guide learns takes a second there, and ten where all guides are.
 */
export async function copySmallTown(guides: readonly string[]): Promise<string> {
  const root = await copyStaffFiles()
  const kept = new Set(guides)
  for await (const file of glob('knowledge/{guides/*,asks,english,services,bundles,benefits}/*.{md,yaml}', {
    cwd: root,
  })) {
    if (!kept.has(basename(file, extname(file)))) await rm(join(root, file))
  }
  return root
}

/** Changes one staff file as an editor would. @throws when the words to change are not in it. */
export async function editStaffFile(root: string, file: string, from: string, to: string): Promise<void> {
  const path = join(root, file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`)
  await writeFile(path, text.replace(from, to))
}
