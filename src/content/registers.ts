import { z } from 'zod'
import type { Problem } from './checks/problem.ts'
import { checkShape } from './checks/schema-problems.ts'
import { parseYaml } from './reading/yaml-source.ts'

/** A register of the city that can fill fields of forms, once the citizen has consented. */
export const Register = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by "-"'),
  title: z.string(),
  titleEn: z.string(),
  authority: z.string(),
  authorityEn: z.string(),
  /** What the query is for; the consent shows it word for word. */
  purpose: z.string(),
  purposeEn: z.string(),
  /** For how many days a consent holds. */
  days: z.number().int().positive().max(365),
  /** Sensitive personal information: the citizen has to step up first. */
  sensitive: z.boolean(),
  /** Field id of forms → name in the register's record. */
  /** The type of electronic certificate it holds, which stands in for materials `satisfiedBy` it. */
  certificate: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by "-"')
    .optional(),
  supplies: z.record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/), z.string()),
  /** It proves for whom the signed-in citizen is a guardian, and tells of that child: asked only where she acts for one. */
  guardianship: z.boolean().default(false),
})
export type Register = z.infer<typeof Register>

/** Shape of `knowledge/registers.yaml`. */
export const RegistersFile = z.strictObject({ registers: z.array(Register) })

/** Reads the registers. One id twice, or one field from two registers, is a problem: nobody could say where a value came from. */
export function readRegisters(
  file: string,
  text: string,
): { registers: ReadonlyMap<string, Register>; problems: readonly Problem[] } {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, RegistersFile)
  if (value === undefined) return { registers: new Map(), problems }
  const found: Problem[] = []
  const owners = new Map<string, string>()
  value.registers.forEach(({ id, supplies, guardianship }, index) => {
    if (value.registers.findIndex((other) => other.id === id) < index)
      found.push({
        file,
        line: source.lineOf(['registers', index, 'id']),
        problem: `the register "${id}" stands here a second time`,
        fix: 'join the two entries',
      })
    // What it tells is about somebody else, and never fills the same form as the others.
    if (guardianship) return
    for (const field of Object.keys(supplies)) {
      const owner = owners.get(field)
      if (owner !== undefined && owner !== id)
        found.push({
          file,
          line: source.lineOf(['registers', index, 'supplies', field]),
          problem: `"${field}" is supplied by "${owner}" already`,
          fix: 'keep it in one register only',
        })
      owners.set(field, id)
    }
  })
  return { registers: new Map(value.registers.map((register) => [register.id, register])), problems: found }
}
