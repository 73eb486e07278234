import type { Examples } from '../message-kind.ts'
import type { Problem } from '../checks/problem.ts'
import { readPlainLines } from './read-plain-lines.ts'

/**
 * Reads the messages of a folder that has one file of examples for each kind. A message given twice is a mistake: it can
 * be of one kind only.
 */
export function readExamples<Kind extends string>(
  folder: string,
  kinds: readonly Kind[],
  files: readonly { readonly file: string; readonly text: string }[],
): { readonly examples: Examples<Kind>; readonly problems: readonly Problem[] } {
  const kindOf = new Map(kinds.map((kind) => [`${folder}/${kind}.txt`, kind]))
  const problems: Problem[] = []
  const places = new Map<string, string>()
  // oxlint-disable-next-line no-unsafe-type-assertion -- filled for every kind right below
  const examples = {} as Record<Kind, string[]>
  for (const kind of kinds) examples[kind] = []
  for (const { file, text } of files) {
    const kind = kindOf.get(file)
    if (kind === undefined) {
      problems.push({
        file,
        line: 1,
        problem: 'no kind of message has this name',
        fix: `use one of ${[...kindOf.keys()].join(', ')}`,
      })
      continue
    }
    for (const { text: message, line } of readPlainLines(text)) {
      const before = places.get(message)
      if (before === undefined) examples[kind].push(message)
      else
        problems.push({ file, line, problem: `the message already stands in ${before}`, fix: 'keep it in one place' })
      places.set(message, before ?? `${file} line ${line}`)
    }
  }
  return { examples, problems }
}
