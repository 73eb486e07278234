import type { Guide } from '../guide.ts'
import { nearestWord } from '../checks/nearest-word.ts'
import type { Service } from '../service.ts'

/** The guides and forms that other files may name. */
export type KnownFiles = {
  /** Those without a mistake. */
  readonly guides: ReadonlyMap<string, Guide>
  readonly services: ReadonlyMap<string, Service>
  /** @returns problem and fix when no such file was written; one with a mistake of its own is there, and told of by itself. */
  readonly missing: (kind: 'guide' | 'service', id: string) => [problem: string, fix: string] | undefined
}

const WORD = { guide: 'guide', service: 'form' } as const

/** @param written the ids of all files of each kind, whether they have mistakes or not. */
export function knownFiles(
  guides: ReadonlyMap<string, Guide>,
  services: ReadonlyMap<string, Service>,
  written: Readonly<Record<'guide' | 'service', readonly string[]>>,
): KnownFiles {
  return {
    guides,
    services,
    missing: (kind, id) => {
      if (written[kind].includes(id)) return undefined
      const meant = nearestWord(id, written[kind])
      return [
        `the ${WORD[kind]} "${id}" does not exist`,
        meant === undefined ? `write the ${WORD[kind]} first` : `write ${kind}: ${meant}`,
      ]
    },
  }
}
