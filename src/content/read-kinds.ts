import { MESSAGE_KINDS, type KindExamples, type MessageKind } from './message-kind.ts'
import type { Problem } from './problem.ts'
import { readPlainLines } from './read-plain-lines.ts'

const FILES = new Map<string, MessageKind>(MESSAGE_KINDS.map((kind) => [`knowledge/kinds/${kind}.txt`, kind]))

/** Reads the examples of every kind. A message given twice is a mistake: it can be of one kind only. */
export function readKinds(files: readonly { readonly file: string; readonly text: string }[]): {
  readonly kinds: KindExamples
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const places = new Map<string, string>()
  const kinds: Record<MessageKind, string[]> = { question: [], complaint: [], suggestion: [] }
  for (const { file, text } of files) {
    const kind = FILES.get(file)
    if (kind === undefined) {
      problems.push({
        file,
        line: 1,
        problem: 'no kind of message has this name',
        fix: `use one of ${[...FILES.keys()].join(', ')}`,
      })
      continue
    }
    for (const { text: message, line } of readPlainLines(text)) {
      const before = places.get(message)
      if (before === undefined) kinds[kind].push(message)
      else
        problems.push({ file, line, problem: `the message already stands in ${before}`, fix: 'keep it in one place' })
      places.set(message, before ?? `${file} line ${line}`)
    }
  }
  return { kinds, problems }
}
