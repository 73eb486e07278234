import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEar } from '../../src/knowledge/words/ear.ts'
import { createSubjectReader } from '../../src/knowledge/words/subject-terms.ts'
import { createTermReader } from '../../src/knowledge/words/terms.ts'
import { embeddedText } from '../../src/knowledge/vectors/build-request.ts'
import { learnLatentSpace, placeTerms } from '../../src/knowledge/vectors/latent-space.ts'
import type { BenchDocument } from '../synthetic-corpus.ts'

/** A text with our segmenter's words, by blanks, and its vector in the space that ours learns too. */
export type PreparedDocument = BenchDocument & {
  readonly titleWords: string
  readonly textWords: string
  readonly vector: Float32Array
}
export type PreparedQuestion = {
  readonly id: string
  readonly text: string
  readonly words: string
  readonly vector: Float32Array
}

/** What every peer is given. */
export type Prepared = {
  readonly documents: readonly PreparedDocument[]
  readonly questions: readonly PreparedQuestion[]
}

type Read = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly titleWords: string
  readonly textWords: string
}

/** Segments the texts once, learns the vectors once, and writes both to a folder. `all` adds our pairs and single characters to the words. */
export function prepare(
  directory: string,
  { documents, questions }: { documents: readonly BenchDocument[]; questions: readonly { id: string; text: string }[] },
  all: boolean,
): void {
  const ear = createEar([])
  const terms = createTermReader(ear)
  const readSubject = createSubjectReader(ear, terms)
  const wordsOf = (text: string): string =>
    terms(text)
      .filter((term) => (all || term.startsWith('w')) && !/\s/.test(term))
      .join(' ')
  const subjects = documents.map(({ title, text }) =>
    readSubject(embeddedText({ guideTitle: title, heading: '', text })),
  )
  const space = learnLatentSpace(subjects)
  const lines: string[] = []
  const vectors: Float32Array[] = subjects.map((subject) => placeTerms(space, subject))
  for (const { id, title, text } of documents) {
    // As in our own index, a text that only repeats its title says nothing more.
    const textWords = text === title ? '' : wordsOf(text)
    lines.push(JSON.stringify({ id, title, text, titleWords: wordsOf(title), textWords } satisfies Read))
  }
  for (const { id, text } of questions) {
    lines.push(JSON.stringify({ id, title: '', text, titleWords: '', textWords: wordsOf(text) } satisfies Read))
    vectors.push(placeTerms(space, readSubject(text)))
  }
  writeFileSync(join(directory, 'texts.jsonl'), lines.join('\n'))
  const flat = new Float32Array(vectors.length * space.dimensions)
  vectors.forEach((vector, at) => flat.set(vector, at * space.dimensions))
  writeFileSync(join(directory, 'vectors.bin'), flat)
  writeFileSync(
    join(directory, 'counts.json'),
    JSON.stringify({ documents: documents.length, dimensions: space.dimensions }),
  )
}

/** Reads what `prepare` wrote. */
export function readPrepared(directory: string): Prepared {
  // oxlint-disable-next-line no-unsafe-type-assertion -- written by `prepare`
  const counts = JSON.parse(readFileSync(join(directory, 'counts.json'), 'utf8')) as {
    documents: number
    dimensions: number
  }
  const bytes = readFileSync(join(directory, 'vectors.bin'))
  const flat = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const vectorOf = (at: number): Float32Array => flat.subarray(at * counts.dimensions, (at + 1) * counts.dimensions)
  const read = readFileSync(join(directory, 'texts.jsonl'), 'utf8')
    .split('\n')
    // oxlint-disable-next-line no-unsafe-type-assertion -- written by `prepare`
    .map((line, at) => ({ ...(JSON.parse(line) as Read), vector: vectorOf(at) }))
  return {
    documents: read.slice(0, counts.documents),
    questions: read
      .slice(counts.documents)
      .map(({ id, text, textWords, vector }) => ({ id, text, words: textWords, vector })),
  }
}
