import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { KEPT_CONTENT, readKeptContent, type StaffContent } from '../../src/content/index.ts'
import { readSuites } from '../../src/evaluation/index.ts'
import { learntFolder } from './learnt-folder.ts'

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
