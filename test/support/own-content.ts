import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readConfig } from '../../src/config.ts'
import { KEPT_CONTENT, readKeptContent, type StaffContent } from '../../src/content/index.ts'
import type { Library } from '../../src/knowledge/index.ts'
import { readSuites } from '../../src/evaluation/index.ts'
import { learntFolder, sharedLibrary } from './learnt-folder.ts'

/** The repository itself. */
export const OWN_ROOT = readConfig({}).root

let content: StaffContent | undefined
let suites: ReturnType<typeof readSuites> | undefined

/** The repository's own staff files, read once a thread. Not to be changed. */
export async function ownContent(): Promise<StaffContent> {
  content ??= readKeptContent(OWN_ROOT, join(await learntFolder(), KEPT_CONTENT)).content
  return content
}

/** The repository's own suites, read once a thread. Not to be changed. */
export async function ownSuites(): Promise<ReturnType<typeof readSuites>> {
  suites ??= readSuites(OWN_ROOT, await ownContent())
  return suites
}

/**
 * The shared library for staff files that say to it what ours say, though their forms, prompts or samples may be others.
 * An edit while the house is open is refused: it would reach every test.
 */
export async function sharedLibraryOver(): Promise<(content: StaffContent) => Library | undefined> {
  const [library, own] = [await sharedLibrary(), readByLibrary(await ownContent())]
  const replace = (): never => {
    throw new Error('tests share this library: start the house with `edited`')
  }
  return (content) => (isDeepStrictEqual(readByLibrary(content), own) ? { ...library, replace } : undefined)
}

function readByLibrary({ guides, thesaurus, dials, offTopic, kinds, boundaries, remarks }: StaffContent): unknown {
  return { guides, thesaurus, dials, offTopic, kinds, boundaries, remarks }
}
