import { toTraditional } from '../../src/language/index.ts'
import { readingOf } from '../../src/web/index.ts'
import type { PageAsked } from '../../src/wire.ts'

/** A page as a reader of this written form asks for it: the portal, unless said otherwise. */
export const readingIn = (locale: PageAsked['locale'], { chosen = false, kiosk = false, address = '/' } = {}) =>
  readingOf({ locale, chosen, kiosk, address }, toTraditional)
