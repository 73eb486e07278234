import type { GuideView } from '../wire.ts'

/** Markdown as the plain sentences in it. */
const plain = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`#>|]+/g, '')

/**
 * What a search engine reads of a guide (schema.org): the service with its provider, and its common questions. A data
 * block, which no browser runs; `<` is written as an escape, so that nothing in a guide can end it.
 */
export function structuredData(guide: GuideView): string {
  const { title, aliases, authority, checked, sections } = guide
  const questions = sections.filter(({ slug }) => slug === 'faq')
  const graph = [
    {
      '@type': 'GovernmentService',
      name: title,
      alternateName: aliases,
      provider: { '@type': 'GovernmentOrganization', name: authority },
      areaServed: '厦门市',
      url: `/guides/${guide.id}`,
    },
    { '@type': 'WebPage', name: title, inLanguage: 'zh-Hans', dateModified: checked },
    ...(questions.length === 0
      ? []
      : [
          {
            '@type': 'FAQPage',
            mainEntity: questions.map(({ heading, text }) => ({
              '@type': 'Question',
              name: heading,
              acceptedAnswer: { '@type': 'Answer', text: plain(text) },
            })),
          },
        ]),
  ]
  const data = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
  return `<script type="application/ld+json">${data}</script>\n`
}
