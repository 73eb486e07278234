import type { Problem } from './problem.ts'
import { readStaffContent } from './read-staff-content.ts'
import type { StaffContent } from './staff-content.ts'

/** What `npm run content` prints, and its exit code: 0 when there is nothing to put right. */
export function runContentCheck(root: string): { readonly report: string; readonly exitCode: 0 | 1 } {
  const { content, problems } = readStaffContent(root)
  if (problems.length === 0) return { report: `${summary(content)}: no problems\n`, exitCode: 0 }
  return { report: problemReport(problems), exitCode: 1 }
}

/** Problems as lines for people, grouped by file. */
export function problemReport(problems: readonly Problem[]): string {
  const files = Map.groupBy(problems, ({ file }) => file)
  const blocks = [...files].map(([file, found]) => found.map((one) => `${file} ${sentence(one)}\n`).join(''))
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  return `${blocks.join('\n')}\n${count} in ${files.size === 1 ? '1 file' : `${files.size} files`}\n`
}

function sentence({ line, problem, fix }: Problem): string {
  return `line ${line}: ${problem}. To put it right: ${fix}.`
}

function summary(content: StaffContent): string {
  const counts: [number, string][] = [
    [content.guides.size, 'guides'],
    [content.services.size, 'services'],
    [content.bundles.size, 'bundles'],
    [content.benefits.size, 'benefits'],
    [content.messages.size, 'messages'],
    [content.prompts.size, 'prompts'],
    [content.thesaurus.groups.length, 'synonym groups'],
  ]
  return counts.map(([count, name]) => `${count} ${name}`).join(', ')
}
