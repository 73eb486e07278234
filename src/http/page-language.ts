import type { Request } from 'express'
import type { PageAsked } from '../wire.ts'

/** Language tags that browsers send, and the written form each reads; the first stands for a browser without a wish. */
const READS: Readonly<Record<string, PageAsked['locale']>> = {
  'zh-CN': 'zh-Hans',
  zh: 'zh-Hans',
  'zh-Hans': 'zh-Hans',
  'zh-Hans-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  'zh-Hant': 'zh-Hant',
  'zh-Hant-TW': 'zh-Hant',
  'zh-Hant-HK': 'zh-Hant',
  'zh-Hant-MO': 'zh-Hant',
  en: 'en',
}
const FORMS = new Set(Object.values(READS))

/**
 * The page a request asks for: its address, the language of its `lang`, else of the browser's wish, and whether it stands on a
 * public terminal. Who reads none of our languages reads English.
 */
export function pageAsked(request: Request): PageAsked {
  const chosen = [...FORMS].find((form) => form === request.query['lang'])
  // An address of two slashes would lead to another host.
  const path = request.path.replace(/^\/+/, '/')
  return {
    address: path,
    locale: chosen ?? READS[request.acceptsLanguages(Object.keys(READS)) || 'en'] ?? 'zh-Hans',
    chosen: chosen !== undefined,
    kiosk: request.query['mode'] === 'kiosk',
  }
}
