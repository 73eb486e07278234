import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** Reads a file of one JSON object a line; empty lines are passed over. @throws ZodError or SyntaxError at the first line that is wrong. */
export function readLines<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema>[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)))
}
