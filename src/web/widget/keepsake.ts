import type { Locale } from './words.ts'

/** What the page keeps for a reload in the same tab: the conversation with its secret, and how the citizen likes to read. */
export type Keepsake = {
  readonly conversation: { readonly id: string; readonly token: string } | undefined
  readonly locale: Locale | undefined
  readonly large: boolean
}

const KEY = 'bianban'
const NOTHING: Keepsake = { conversation: undefined, locale: undefined, large: false }

/**
 * Remembers through `storage`. Session storage, because the token opens the conversation: on a shared computer
 * it must go with the tab. Where storage is barred, the page works and forgets on reload.
 */
export function createKeepsake(storage: Storage | undefined) {
  const read = (): Keepsake => {
    try {
      return { ...NOTHING, ...(JSON.parse(storage?.getItem(KEY) ?? '{}') as Partial<Keepsake>) }
    } catch {
      return NOTHING
    }
  }
  let kept = read()
  return {
    read: (): Keepsake => kept,
    keep: (change: Partial<Keepsake>): void => {
      kept = { ...kept, ...change }
      try {
        storage?.setItem(KEY, JSON.stringify(kept))
      } catch {
        // Storage may be full or barred; the conversation goes on without surviving a reload.
      }
    },
  }
}

/** The storage of this tab; undefined where the browser bars it. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
