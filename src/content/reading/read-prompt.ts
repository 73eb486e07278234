import { basename } from 'node:path'
import { z } from 'zod'
import { contentHash } from './content-hash.ts'
import { splitFrontMatter } from './front-matter.ts'
import { lineOfOffset } from './guide-body.ts'
import { nearestWord } from '../checks/nearest-word.ts'
import type { Problem } from '../checks/problem.ts'
import { referencesIn } from '../checks/references.ts'
import { checkShape } from '../checks/schema-problems.ts'
import type { Prompt } from '../staff-content.ts'
import { parseYaml } from './yaml-source.ts'

const variableName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'write the variable in camelCase')

/** Front matter of `prompts/<name>.md`. */
export const PromptHead = z.strictObject({
  purpose: z.string().min(1),
  version: z.number().int().min(1),
  /** What staff call this version in comparisons: 平实, 更短. */
  label: z.string().min(1),
  /** What each version changed, for whoever compares results of before. */
  changelog: z.array(z.strictObject({ version: z.number().int().min(1), change: z.string().min(1) })).default([]),
  variables: z.record(variableName, z.string().min(1)).default({}),
})

/** Reads one prompt file. A variable that is unknown, missing or unused is a problem. */
export function readPrompt(file: string, text: string): { prompt: Prompt | undefined; problems: readonly Problem[] } {
  const cut = splitFrontMatter(file, text)
  if ('problem' in cut) return { prompt: undefined, problems: [cut] }
  const source = parseYaml(file, cut.head, cut.headLine)
  const { value, problems } = checkShape(source, PromptHead)
  if (value === undefined) return { prompt: undefined, problems }
  const declared = Object.keys(value.variables)
  const used = referencesIn(cut.body)
  const unknown = used
    .filter(({ id }) => !declared.includes(id))
    .map(({ id, start }): Problem => {
      const meant = nearestWord(id, declared)
      const fix =
        meant === undefined ? `add "${id}: what it holds" to variables` : `write {{${meant}}}, or add it to variables`
      return {
        file,
        line: lineOfOffset(cut.body, start, cut.bodyLine),
        problem: `{{${id}}} is no variable of this prompt`,
        fix,
      }
    })
  const unused = declared
    .filter((name) => !used.some(({ id }) => id === name))
    .map((name) => ({
      file,
      line: source.lineOf(['variables', name]),
      problem: `the variable "${name}" is not used in the text`,
      fix: `write {{${name}}} where it belongs, or remove it`,
    }))
  const empty =
    cut.body.trim() === ''
      ? [
          {
            file,
            line: cut.bodyLine,
            problem: 'the prompt has no text',
            fix: 'write the instructions below the front matter',
          },
        ]
      : []
  const all = [...unknown, ...unused, ...empty]
  if (all.length > 0) return { prompt: undefined, problems: all }
  const { purpose, version, label, changelog, variables } = value
  return {
    prompt: {
      name: basename(file, '.md'),
      purpose,
      version,
      label,
      changelog,
      variables,
      body: cut.body.trim(),
      hash: contentHash(text),
    },
    problems: [],
  }
}
