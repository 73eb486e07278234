import { z } from 'zod'
import type { Problem } from '../checks/problem.ts'
import { checkShape } from '../checks/schema-problems.ts'
import type { SearchDials } from '../staff-content.ts'
import { parseYaml } from './yaml-source.ts'

const weight = z.number().min(0).max(100)
const share = z.number().min(0).max(1)

/** Shape of `knowledge/search.yaml`. What each dial does stands there, beside its value. */
export const DialsFile = z.strictObject({
  titleWeight: weight,
  asksWeight: weight,
  headingWeight: weight,
  textWeight: weight,
  k1: z.number().min(0).max(3),
  b: share,
  lexicalShare: share,
  authorityWeight: weight,
  candidates: z.number().int().min(1).max(1000),
  minConfidence: share,
})

/** Dials in the middle of their range, so that a broken search.yaml still leaves a working search beside its problem. */
const MIDDLE: SearchDials = {
  titleWeight: 2,
  asksWeight: 2,
  headingWeight: 1.5,
  textWeight: 1,
  k1: 1.2,
  b: 0.75,
  lexicalShare: 0.5,
  authorityWeight: 0,
  candidates: 50,
  minConfidence: 0.5,
}

/** Reads the dials of search. */
export function readDials(file: string, text: string): { dials: SearchDials; problems: readonly Problem[] } {
  const { value, problems } = checkShape(parseYaml(file, text), DialsFile)
  return { dials: value ?? MIDDLE, problems }
}
