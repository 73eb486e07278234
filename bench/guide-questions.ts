import { z } from 'zod'
import { readLines } from './read-lines.ts'

const Line = z.object({
  id: z.string(),
  text: z.string(),
  guide: z.string().nullable().optional(),
  /** Instead of `guide`: any of them is right. */
  guides: z.array(z.string()).optional(),
  section: z.string().optional(),
  sections: z.array(z.string()).optional(),
})

/** A question about our guides: any of `guides` is right (none: it is outside), and any of `sections`. */
export type GuideQuestion = {
  readonly id: string
  readonly text: string
  readonly guides: readonly string[]
  readonly sections: readonly string[]
}

/** Reads a question set (evals/retrieval/README.md). @throws when a line has another shape. */
export function readQuestions(file: string): GuideQuestion[] {
  return readLines(file, Line).map(({ id, text, guide, guides, section, sections }) => ({
    id,
    text,
    guides: guides ?? (guide === null || guide === undefined ? [] : [guide]),
    sections: sections ?? (section === undefined ? [] : [section]),
  }))
}
