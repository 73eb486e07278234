import type { Problem } from './problem.ts'

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
