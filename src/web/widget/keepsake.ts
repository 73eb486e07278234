import type { Locale } from './words.ts'

/** A conversation with its secret, and what tells it apart in a list. */
export type KeptConversation = {
  readonly id: string
  readonly token: string
  /** The first thing asked in it. */
  readonly title: string
  /** When it was last used, ISO. */
  readonly at: string
}

/** What the page keeps: the conversation at hand, how the citizen likes to read, her draft, and her conversations of this device. */
export type Keepsake = {
  readonly conversation: { readonly id: string; readonly token: string } | undefined
  readonly locale: Locale | undefined
  /** The language of the page around when she chose that: where a page has another one, it is followed. */
  readonly chosenOver: string
  readonly large: boolean
  /** Spoken to plainly; undefined while she chose nothing here. */
  readonly plain: boolean | undefined
  readonly draft: string
  /** Newest first. */
  readonly history: readonly KeptConversation[]
  /** Whether all this outlives the tab. Only when she asked for it: a computer may be shared. */
  readonly remember: boolean
}

const KEY = 'bianban'
const NOTHING: Keepsake = {
  conversation: undefined,
  locale: undefined,
  chosenOver: '',
  large: false,
  plain: undefined,
  draft: '',
  history: [],
  remember: false,
}

/** Where things are kept; undefined where the browser bars it. */
export type Drawers = { readonly tab: Storage | undefined; readonly device: Storage | undefined }

function readFrom(storage: Storage | undefined): Partial<Keepsake> {
  try {
    return JSON.parse(storage?.getItem(KEY) ?? '{}') as Partial<Keepsake>
  } catch {
    return {}
  }
}

/**
 * Remembers for a reload in the same tab; on the device only when the citizen wants that, because a token opens its
 * conversation and on a shared computer it must go with the tab. Where storage is barred, the page works and forgets.
 */
export function createKeepsake({ tab, device }: Drawers) {
  let kept: Keepsake = { ...NOTHING, ...readFrom(device), ...readFrom(tab) }

  function write(): void {
    try {
      tab?.setItem(KEY, JSON.stringify(kept))
      const { locale, chosenOver, large, plain, history, remember } = kept
      if (remember) device?.setItem(KEY, JSON.stringify({ locale, chosenOver, large, plain, history, remember }))
      else device?.removeItem(KEY)
    } catch {
      // Storage may be full or barred; the conversation goes on without surviving a reload.
    }
  }

  return {
    read: (): Keepsake => kept,
    keep: (change: Partial<Keepsake>): void => {
      kept = { ...kept, ...change }
      write()
    },
  }
}

/** The storages of this tab and of this device. */
export function browserDrawers(): Drawers {
  const open = (name: 'sessionStorage' | 'localStorage'): Storage | undefined => {
    try {
      return globalThis[name]
    } catch {
      return undefined
    }
  }
  return { tab: open('sessionStorage'), device: open('localStorage') }
}
