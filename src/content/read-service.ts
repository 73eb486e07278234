import { basename } from 'node:path'
import type { Problem } from './problem.ts'
import { checkShape } from './schema-problems.ts'
import { Service } from './service.ts'
import { parseYaml } from './yaml-source.ts'
import type { YamlSource } from './yaml-source.ts'

/** A form file as read, before it is compared with its guide. */
export type ServiceReading = {
  readonly source: YamlSource
  readonly service: Service | undefined
  readonly problems: readonly Problem[]
}

/** Reads one form file. `file` is its path from the root, with `/`. */
export function readService(file: string, text: string): ServiceReading {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, Service)
  if (value === undefined || basename(file, '.yaml') === value.id) return { source, service: value, problems }
  const misnamed = {
    file,
    line: source.lineOf(['id']),
    problem: 'the id is not the name of the file',
    fix: `name the file ${value.id}.yaml, or write id: ${basename(file, '.yaml')}`,
  }
  return { source, service: value, problems: [misnamed] }
}
