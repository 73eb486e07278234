import { z } from 'zod'
import type { Problem } from '../checks/problem.ts'
import { checkShape } from '../checks/schema-problems.ts'
import type { Thesaurus } from '../staff-content.ts'
import { parseYaml } from './yaml-source.ts'

const word = z.string().min(1)

/** Shape of `knowledge/thesaurus.yaml`. */
export const ThesaurusFile = z.strictObject({
  groups: z.array(z.strictObject({ word, synonyms: z.array(word).min(1) })),
})

/** Reads the thesaurus. A synonym of two words, or of itself, is a problem: search could not tell them apart. */
export function readThesaurus(file: string, text: string): { thesaurus: Thesaurus; problems: readonly Problem[] } {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, ThesaurusFile)
  if (value === undefined) return { thesaurus: { groups: [] }, problems }
  const owner = new Map<string, string>()
  const found: Problem[] = []
  value.groups.forEach((group, index) => {
    group.synonyms.forEach((synonym, position) => {
      const line = source.lineOf(['groups', index, 'synonyms', position])
      const other = owner.get(synonym)
      if (synonym === group.word) {
        found.push({
          file,
          line,
          problem: `"${synonym}" is listed as a synonym of itself`,
          fix: 'remove it from synonyms',
        })
      } else if (other !== undefined) {
        found.push({
          file,
          line,
          problem: `"${synonym}" already stands for "${other}"`,
          fix: 'keep it in one group only',
        })
      }
      owner.set(synonym, group.word)
    })
  })
  return { thesaurus: value, problems: found }
}
