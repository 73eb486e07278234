/**
 * Cuts streamed text into sentences and list items, each with the citation marks that follow it, so that nothing is
 * released before it is whole. Feed deltas; take what is complete; `rest` at the end.
 */
export type SentenceCutter = { readonly push: (delta: string) => string[]; readonly rest: () => string[] }

const MARKS = /^(?:\s*\[[a-z]\d+\])+/u
const MIGHT_BE_MARKS = /^\s*(?:\[[a-z\d]*\]?\s*)*$/u

export function createSentenceCutter(): SentenceCutter {
  let pending = ''
  const take = (final: boolean): string[] => {
    const done: string[] = []
    for (;;) {
      const end = sentenceEnd(pending)
      if (end < 0) break
      const after = pending.slice(end)
      const marks = MARKS.exec(after)?.[0] ?? ''
      const remaining = after.slice(marks.length)
      if (!final && MIGHT_BE_MARKS.test(remaining) && !remaining.includes('\n')) break
      const newline = /^[ \t]*\n/u.exec(remaining)?.[0] ?? ''
      done.push(pending.slice(0, end) + marks + newline)
      pending = remaining.slice(newline.length)
    }
    return done
  }
  return {
    push: (delta) => {
      pending += delta
      return take(false)
    },
    rest: () => {
      const done = take(true)
      if (pending.trim() !== '') done.push(pending)
      pending = ''
      return done
    },
  }
}

/** Index just after the first sentence end, or -1. A full stop between digits or letters is not one. */
function sentenceEnd(text: string): number {
  const match = /[。！？；!?](?:[”’」』）)])*|\.(?=\s|\[)|\n/u.exec(text)
  if (match === null) return -1
  return match[0] === '\n' ? match.index : match.index + match[0].length
}
