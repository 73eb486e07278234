import type { PageAsked } from '../wire.ts'
import { pageWordsIn, type SayOnPage } from './page-words.ts'

/** How a page is written for the one who reads it. */
export type Reading = PageAsked & {
  readonly say: SayOnPage
  /** What staff wrote in 简体, in the script of the page. */
  readonly inScript: (text: string) => string
  /** The name of a thing in the language of the page. */
  readonly nameOf: (thing: { readonly title: string; readonly titleEn: string }) => string
  /** The address of another page of ours, which she reads in the language she chose. */
  readonly to: (address: string) => string
  /** This page in another language. */
  readonly inLanguage: (locale: PageAsked['locale']) => string
}

/** The address with a parameter, before its fragment. */
function withLanguage(address: string, locale: string): string {
  const [page = '', fragment] = address.split('#')
  return `${page}${page.includes('?') ? '&' : '?'}lang=${locale}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The way to write a page as asked. `toTraditional` writes 简体 text in 繁體. */
export function readingOf(asked: PageAsked, toTraditional: (text: string) => string): Reading {
  const { locale, chosen, address } = asked
  const inScript = locale === 'zh-Hant' ? toTraditional : (text: string): string => text
  return {
    ...asked,
    say: pageWordsIn(locale),
    inScript,
    nameOf: ({ title, titleEn }) => (locale === 'en' ? titleEn : inScript(title)),
    to: (other) => (chosen ? withLanguage(other, locale) : other),
    inLanguage: (other) => withLanguage(address, other),
  }
}
