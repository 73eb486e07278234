import type { StaffContent } from './content/index.ts'
import type { Catalogue } from './http/index.ts'
import { guideSummary, guideView, type Library } from './knowledge/index.ts'
import { serviceSummary, serviceView } from './services/index.ts'

/** The public catalogue over the staff files in use; a question finds guides through the library. */
export function createCatalogue(content: () => StaffContent, library: Library): Catalogue {
  return {
    guides: async (query, topic) => {
      const all = [...content().guides.values()].filter((guide) => topic === undefined || guide.topic === topic)
      if (query === undefined || query.trim() === '') return all.map((guide) => guideSummary(guide))
      const { guides } = await library.search(query)
      return guides.flatMap(({ id }) => all.filter((guide) => guide.id === id).map((guide) => guideSummary(guide)))
    },
    found: async (question) => {
      const { guides, passages, confidence } = await library.search(question)
      if (confidence < content().dials.minConfidence) return []
      return guides.flatMap(({ id }) => {
        const guide = content().guides.get(id)
        const sections = passages.flatMap(({ guide: owner, section, heading, sourceId }) =>
          owner === id ? [{ slug: section, heading, at: fragmentOf(sourceId) }] : [],
        )
        return guide === undefined || sections.length === 0 ? [] : [{ ...guideSummary(guide), sections }]
      })
    },
    guide: (id) => {
      const guide = content().guides.get(id)
      return guide === undefined ? undefined : guideView(guide)
    },
    services: () => [...content().services.values()].map((service) => serviceSummary(service)),
    service: (id) => {
      const service = content().services.get(id)
      return service === undefined ? undefined : serviceView(service)
    },
  }
}

/** The id on the guide's page of a cited section: `fees`, `faq-2`. */
function fragmentOf(sourceId: string): string {
  return (sourceId.split('#')[1] ?? '').replace('/', '-')
}
