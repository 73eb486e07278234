import { guideProblems } from '../reading/read-guide.ts'
import { readGuideBody } from '../reading/guide-body.ts'
import { GuideHead } from '../guide.ts'
import { draftBody } from './draft-guide.ts'
import type { DraftGuide } from './draft-guide.ts'

/** The text of a draft as a guide file: front matter, then the sections. */
export function draftFile({ head, body }: DraftGuide): string {
  const lines = Object.entries(head).flatMap(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return [`${key}: ${flow(value)}`]
    return [`${key}:`, ...value.map((entry) => `  - ${flow(entry)}`)]
  })
  return `---\n${lines.join('\n')}\n---\n${draftBody(body)}`
}

/** What the reader of guides will say of a draft, as `problem. To put it right: fix.`; nothing when it will take it. */
export function draftProblems(file: string, { head, body }: DraftGuide): string[] {
  const shape = GuideHead.safeParse(head)
  if (!shape.success) return shape.error.issues.map(({ path, message }) => `"${path.join('.')}": ${message}`)
  const found = guideProblems(head, readGuideBody(file, draftBody(body), 1), { file, lineOf: () => 1 })
  return found.map(({ problem, fix }) => `${problem}. To put it right: ${fix}.`)
}

/** A value in YAML's one-line form; texts in JSON's quotes, which YAML reads the same way. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, inner]) => `${key}: ${flow(inner)}`).join(', ')} }`
}
