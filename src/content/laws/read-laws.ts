import { z } from 'zod'
import type { Problem } from '../checks/problem.ts'
import { checkShape } from '../checks/schema-problems.ts'
import { parseYaml } from '../reading/yaml-source.ts'

/** A law that was revised after the text at hand. */
export const RevisedLaw = z.strictObject({
  law: z.string().min(1),
  /** First day of the new text; absent while only the revision itself is rumoured. */
  inForce: z.iso.date().optional(),
  source: z.string().min(1),
  note: z.string().optional(),
})
export type RevisedLaw = z.infer<typeof RevisedLaw>

/** Shape of `knowledge/laws.yaml`. */
export const LawsFile = z.strictObject({ laws: z.array(RevisedLaw) })

/** Reads the list of revised laws. A law that stands in it twice is a problem. */
export function readLaws(file: string, text: string): { laws: readonly RevisedLaw[]; problems: readonly Problem[] } {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, LawsFile)
  if (value === undefined) return { laws: [], problems }
  const found = value.laws.flatMap(({ law }, index): Problem[] => {
    if (value.laws.findIndex((other) => other.law === law) === index) return []
    const line = source.lineOf(['laws', index, 'law'])
    return [{ file, line, problem: `"${law}" stands here a second time`, fix: 'join the two entries' }]
  })
  return { laws: value.laws, problems: found }
}
