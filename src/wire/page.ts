import type { z } from 'zod'
import type { Locale } from './conversation.ts'

/** A page of ours as a reader asks for it. */
export type PageAsked = {
  readonly locale: z.infer<typeof Locale>
  /** She chose the language (`?lang=`), so links to other pages keep it; else it is what her browser asks for. */
  readonly chosen: boolean
  /** The page's path, with what of its query its other languages keep; without `lang`. */
  readonly address: string
}
