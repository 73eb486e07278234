import { ProfileFile } from '../benefit.ts'
import type { ProfileField } from '../benefit.ts'
import { fieldMistakes } from '../checks/check-field.ts'
import { conditionMistake } from '../condition.ts'
import type { Problem } from '../checks/problem.ts'
import { checkShape } from '../checks/schema-problems.ts'
import { parseYaml } from './yaml-source.ts'

/** Reads `knowledge/profile.yaml`: the fields by id, in the order of the file. */
export function readProfile(
  file: string,
  text: string,
): { profile: ReadonlyMap<string, ProfileField>; problems: readonly Problem[] } {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, ProfileFile)
  if (value === undefined) return { profile: new Map(), problems }
  const { fields } = value
  const found = fields.flatMap((field, index): Problem[] => {
    const mistakes = fieldMistakes(field, fields)
    if (fields.findIndex(({ id }) => id === field.id) < index)
      mistakes.push(['stands in the profile a second time', 'choose another id'])
    const wrong = field.when === undefined ? undefined : conditionMistake(field.when, fields)
    if (wrong !== undefined) mistakes.push([`has a wrong condition: ${wrong}`, 'correct the condition'])
    const line = source.lineOf(['fields', index])
    return mistakes.map(([problem, fix]) => ({ file, line, problem: `"${field.id}" ${problem}`, fix }))
  })
  return { profile: new Map(fields.map((field) => [field.id, field])), problems: found }
}
