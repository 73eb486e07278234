import type { BoundaryReading } from './read-boundary.ts'

const CLAUSE_END = /[，,。！？!?\n；;]+/u
const SENTENCE_END = /(?<=[。！？!?\n；;]|\.\s)/u
const FEWEST_CLAUSES = 3
const CLOSING = 2
const SHORTEST_SENTENCE = 8

/** What is asked at the end of a story and hardly heard in the whole of it; people and other places stand in any story. */
const ASKED_AT_THE_END: ReadonlySet<BoundaryReading['kind']> = new Set(['unsafe', 'prying', 'verdict', 'promise'])

/**
 * The boundary that one part of a story crosses, where the whole sounds ordinary: a cry for help in any sentence, and a
 * plea in what she ends with. Only strong evidence counts, since a part lacks what stands around it.
 */
export function readStory(message: string, read: (part: string) => BoundaryReading): BoundaryReading | undefined {
  const clauses = message.split(CLAUSE_END).filter((clause) => clause.trim() !== '')
  if (clauses.length < FEWEST_CLAUSES) return undefined
  const sentences = message.split(SENTENCE_END).filter((sentence) => sentence.trim().length >= SHORTEST_SENTENCE)
  const cry = sentences.map((sentence) => read(sentence)).find(({ kind, strong }) => kind === 'crisis' && strong)
  if (cry !== undefined) return cry
  const ends = [clauses.slice(-CLOSING).join('，'), ...sentences.slice(-1)]
  return ends.map((end) => read(end)).find(({ kind, strong }) => strong && ASKED_AT_THE_END.has(kind))
}
