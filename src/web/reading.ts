import type { PageAsked } from '../wire.ts'
import { pageWordsIn, type SayOnPage } from './page-words.ts'

/** How a page is written for the one who reads it. */
export type Reading = PageAsked & {
  readonly say: SayOnPage
  /** What staff wrote in 简体, in the script of the page. */
  readonly inScript: (text: string) => string
  /** The name of a thing in the language of the page. */
  readonly nameOf: (thing: { readonly title: string; readonly titleEn: string }) => string
  /** What of this page's query every page it leads to keeps: that it is a terminal, and the language she chose. */
  readonly kept: readonly (readonly [name: string, value: string])[]
  /** The address of another page of ours, with what is kept. */
  readonly to: (address: string) => string
  /** This page in another language. */
  readonly inLanguage: (locale: PageAsked['locale']) => string
}

/** The address with more parameters, before its fragment. */
function withQuery(address: string, parameters: Reading['kept']): string {
  if (parameters.length === 0) return address
  const [page = '', fragment] = address.split('#')
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&')
  return `${page}${page.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The way to write a page as asked. `toTraditional` writes 简体 text in 繁體. */
export function readingOf(asked: PageAsked, toTraditional: (text: string) => string): Reading {
  const { locale, chosen, kiosk, address } = asked
  const mode = kiosk ? [['mode', 'kiosk'] as const] : []
  const kept = [...mode, ...(chosen ? [['lang', locale] as const] : [])]
  const inScript = locale === 'zh-Hant' ? toTraditional : (text: string): string => text
  return {
    ...asked,
    say: pageWordsIn(locale),
    inScript,
    nameOf: ({ title, titleEn }) => (locale === 'en' ? titleEn : inScript(title)),
    kept,
    to: (other) => withQuery(other, kept),
    inLanguage: (other) => withQuery(address, [...mode, ['lang', other]]),
  }
}
