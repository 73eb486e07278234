import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readLines } from './read-lines.ts'
import type { Judgements } from './retrieval-measures.ts'

const Line = z.object({ id: z.string(), title: z.string().default(''), text: z.string() })

/** A judged collection: documents, the questions that have an answer among them, and which answer it is. */
export type Collection = {
  readonly documents: readonly z.infer<typeof Line>[]
  readonly questions: readonly z.infer<typeof Line>[]
  readonly judgements: Judgements
}

/** Reads a folder of `corpus.jsonl {id,title,text}`, `queries.jsonl {id,text}`, `qrels.tsv` (query, document, grade by tabs). */
export function readCollection(directory: string): Collection {
  const judgements = readJudgements(join(directory, 'qrels.tsv'))
  return {
    documents: readLines(join(directory, 'corpus.jsonl'), Line),
    questions: readLines(join(directory, 'queries.jsonl'), Line).filter(({ id }) => judgements.has(id)),
    judgements,
  }
}

function readJudgements(path: string): Judgements {
  const judged = new Map<string, Map<string, number>>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [query, document, grade] = line.trim().split(/\s+/)
    if (query === undefined || document === undefined || !(Number(grade) > 0)) continue
    const of = judged.get(query) ?? new Map<string, number>()
    judged.set(query, of.set(document, Number(grade)))
  }
  return judged
}
