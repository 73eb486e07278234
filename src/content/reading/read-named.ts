import { basename } from 'node:path'
import type { z } from 'zod'
import type { Problem } from '../checks/problem.ts'
import { checkShape } from '../checks/schema-problems.ts'
import { parseYaml } from './yaml-source.ts'
import type { YamlSource } from './yaml-source.ts'

/** A YAML file with an id as read, before it is compared with the others. */
export type NamedReading<Value> = {
  readonly source: YamlSource
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
}

/** Reads a YAML file whose id is its name. `file` is its path from the root, with `/`. */
export function readNamed<Schema extends z.ZodType<{ readonly id: string }>>(
  file: string,
  text: string,
  schema: Schema,
): NamedReading<z.infer<Schema>> {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, schema)
  if (value === undefined || basename(file, '.yaml') === value.id) return { source, value, problems }
  const misnamed = {
    file,
    line: source.lineOf(['id']),
    problem: 'the id is not the name of the file',
    fix: `name the file ${value.id}.yaml, or write id: ${basename(file, '.yaml')}`,
  }
  return { source, value, problems: [misnamed] }
}
