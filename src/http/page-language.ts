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

/** What of a page's query its other languages keep: a terminal stays one. What was asked and whose case it is are nobody else's. */
const KEPT = ['mode'] as const

/**
 * The page a request asks for: its address, and the language of its `lang`, else of the browser's wish. Who reads none of
 * ours reads English.
 */
export function pageAsked(request: Request): PageAsked {
  const chosen = [...FORMS].find((form) => form === request.query['lang'])
  const kept = KEPT.flatMap((name) => {
    const value = request.query[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  const query = new URLSearchParams(kept).toString()
  // An address of two slashes would lead to another host.
  const path = request.path.replace(/^\/+/, '/')
  return {
    address: query === '' ? path : `${path}?${query}`,
    locale: chosen ?? READS[request.acceptsLanguages(Object.keys(READS)) || 'en'] ?? 'zh-Hans',
    chosen: chosen !== undefined,
  }
}
