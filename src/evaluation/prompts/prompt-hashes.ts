import type { StaffContent } from '../../content/index.ts'
import { hashOf } from '../cassettes/canonical-request.ts'

const DIGITS = 12
/** Name of the fixed texts among the prompts. */
export const FIXED_TEXTS = 'messages'

/** Every prompt with the start of its hash, and the fixed texts: `assistant 5e03efd47a02, messages 1f…`. */
export function promptHashes({ prompts, messages }: Pick<StaffContent, 'prompts' | 'messages'>): string {
  const hashes = [
    ...[...prompts.values()].map(({ name, hash }) => [name, hash]),
    [FIXED_TEXTS, hashOf([...messages])],
  ] as const
  return hashes.map(([name, hash = '']) => `${name} ${hash.slice(0, DIGITS)}`).join(', ')
}

/** The names of which two such lists differ. */
export function changedPrompts(one: string, other: string): string[] {
  const [before, after] = [one, other].map(
    (list) => new Map(list.split(', ').map((entry) => [entry.split(' ')[0] ?? '', entry])),
  )
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...names].filter((name) => before?.get(name) !== after?.get(name))
}
