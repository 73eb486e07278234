import type { GuideView } from '../wire.ts'
import type { Reading } from './reading.ts'

/** Markdown as the plain sentences in it. */
const plain = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`#>|]+/g, '')

/**
 * What a search engine reads of a guide (schema.org): the service with its provider, and its common questions. A data
 * block, which no browser runs; `<` is written as an escape, so that nothing in a guide can end it.
 */
export function structuredData(guide: GuideView, { nameOf, inScript, locale }: Reading): string {
  const { title: chinese, titleEn, aliases, authority, checked, sections } = guide
  const title = nameOf(guide)
  const questions = sections.filter(({ slug }) => slug === 'faq')
  const graph = [
    {
      '@type': 'GovernmentService',
      name: title,
      alternateName: [...new Set([chinese, titleEn, ...aliases])].filter((name) => name !== title),
      provider: { '@type': 'GovernmentOrganization', name: inScript(authority) },
      areaServed: '厦门市',
      url: `/guides/${guide.id}`,
    },
    { '@type': 'WebPage', name: title, inLanguage: locale, dateModified: checked },
    ...(questions.length === 0
      ? []
      : [
          {
            '@type': 'FAQPage',
            mainEntity: questions.map(({ heading, text }) => ({
              '@type': 'Question',
              name: inScript(heading),
              acceptedAnswer: { '@type': 'Answer', text: plain(inScript(text)) },
            })),
          },
        ]),
  ]
  const data = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
  return `<script type="application/ld+json">${data}</script>\n`
}
