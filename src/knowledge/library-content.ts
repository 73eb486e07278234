import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { StaffContent } from '../content/staff-content.ts'
import { bare, type Fields } from './guide-documents.ts'

/** What the library needs of the staff's files. */
export type LibraryContent = Pick<
  StaffContent,
  'guides' | 'thesaurus' | 'dials' | 'offTopic' | 'kinds' | 'boundaries' | 'remarks'
>

/** What is read beside the guides, with its SHA-256, and what no guide answers as documents. */
export type Rest = {
  readonly content: Omit<LibraryContent, 'guides'>
  readonly hash: string
  readonly offTopic: readonly Fields[]
}

/** Takes the former while nothing changed: there are thousands of lines. */
export function restOf(
  { thesaurus, dials, offTopic, kinds, boundaries, remarks }: LibraryContent,
  former: Rest | undefined,
): Rest {
  const content = { thesaurus, dials, offTopic, kinds, boundaries, remarks }
  if (former !== undefined && isDeepStrictEqual(former.content, content)) return former
  const hash = createHash('sha256')
    .update(JSON.stringify(Object.values(content)))
    .digest('hex')
  return { content, hash, offTopic: offTopic.map(bare) }
}
