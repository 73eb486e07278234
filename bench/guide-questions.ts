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
  stated: z.array(z.string()).optional(),
})

/**
 * A question about our guides: any of `guides` is right (none: it is outside), and any of `sections`, which the question asks
 * for. `stated`: the sections of the guide that hold the answer, by a reader who had it; undefined where nobody looked.
 */
export type GuideQuestion = {
  readonly id: string
  readonly text: string
  readonly guides: readonly string[]
  readonly sections: readonly string[]
  readonly stated: readonly string[] | undefined
}

/** Reads a question set (evals/retrieval/README.md). @throws when a line has another shape. */
export function readQuestions(file: string): GuideQuestion[] {
  return readLines(file, Line).map(({ id, text, guide, guides, section, sections, stated }) => ({
    id,
    text,
    guides: guides ?? (guide === null || guide === undefined ? [] : [guide]),
    sections: sections ?? (section === undefined ? [] : [section]),
    stated,
  }))
}
