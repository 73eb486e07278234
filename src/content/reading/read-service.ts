import type { Problem } from '../checks/problem.ts'
import { readNamed } from './read-named.ts'
import { Service } from '../service.ts'
import type { YamlSource } from './yaml-source.ts'

/** A form file as read, before it is compared with its guide. */
export type ServiceReading = {
  readonly source: YamlSource
  readonly service: Service | undefined
  readonly problems: readonly Problem[]
}

/** Reads one form file. `file` is its path from the root, with `/`. */
export function readService(file: string, text: string): ServiceReading {
  const { source, value, problems } = readNamed(file, text, Service)
  return { source, service: value, problems }
}
