import type { z } from 'zod'
import type { Locale } from './conversation.ts'

/** A page of ours as a reader asks for it. */
export type PageAsked = {
  readonly locale: z.infer<typeof Locale>
  /** She chose the language (`?lang=`), so links to other pages keep it; else it is what her browser asks for. */
  readonly chosen: boolean
  /** The page stands on a public terminal, and so does every page it leads to. */
  readonly kiosk: boolean
  /** The page's path, without `lang` and `mode`. */
  readonly address: string
}
