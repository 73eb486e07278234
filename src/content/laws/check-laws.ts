import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../reading/staff-folders.ts'
import { readArticleTexts } from './article-texts.ts'
import { checkCitations } from './check-citations.ts'
import type { CheckedCitation } from './check-citations.ts'
import { citedInGuide, citedInProse } from './cited-articles.ts'
import { readLaws } from './read-laws.ts'

/** Every article that the staff files below `root` rest on, looked up in a file of articles (JSON lines). */
export function checkLaws(
  root: string,
  articles: string,
): { readonly checked: readonly CheckedCitation[]; readonly unreadable: readonly number[] } {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const { laws: texts, unreadable } = readArticleTexts(articles)
  const [lawsFile] = filesBelow(root, 'knowledge/laws.yaml')
  const revised = lawsFile === undefined ? [] : readLaws(lawsFile, read(lawsFile)).laws
  const guides = filesBelow(root, 'knowledge/guides/*/*.md')
  const others = ['services', 'bundles', 'benefits'].flatMap((part) => filesBelow(root, `knowledge/${part}/*.yaml`))
  const citations = [
    ...guides.flatMap((file) => citedInGuide(file, read(file))),
    ...[...guides, ...others].flatMap((file) => citedInProse(file, read(file))),
  ]
  return { checked: checkCitations(citations, texts, revised), unreadable }
}
