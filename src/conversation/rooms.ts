import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { StaffContent } from '../content/index.ts'
import type { Library } from '../knowledge/index.ts'
import { shanghaiDate, type Counter } from '../services/index.ts'
import type { Store } from '../store/index.ts'

/** What the conversation is given to work with. `content` is a function because staff files can change while we run. */
export type Rooms = {
  readonly content: () => StaffContent
  readonly library: Library
  readonly counter: Counter
  /** `until` gives the model for a turn whose citizen may go away; a model without it costs nothing and goes on. */
  readonly model: LanguageModelV4 & { readonly until?: (left: AbortSignal) => LanguageModelV4 }
  /** The embedded engine by itself, for a turn in which another model said nothing that may be passed on. */
  readonly standIn?: LanguageModelV4
  readonly store: Store
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: Log
  /** Address citizens reach us at, without a trailing slash; absent: only the path of a link can be told. */
  readonly publicUrl?: string | undefined
}

/** Where the conversation writes what staff should see. Never the citizen's words. */
export type Log = {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void
}

/** Today in Asia/Shanghai, `YYYY-MM-DD`. */
export function todayIn(clock: () => number): string {
  return shanghaiDate(clock())
}
