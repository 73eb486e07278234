import { z } from 'zod'
import { Option } from './application.ts'

/** The public catalogue as it crosses HTTP. */

export const GuideSummary = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  topic: z.string(),
  aliases: z.array(z.string()),
  service: z.string().nullable(),
  checked: z.string(),
})
export type GuideSummary = z.infer<typeof GuideSummary>
export const GuideView = GuideSummary.extend({
  authority: z.string(),
  publisher: z.string(),
  version: z.string().describe('first 12 hex digits of the SHA-256 of the guide file'),
  sections: z.array(
    z.object({
      slug: z.string(),
      heading: z.string(),
      text: z.string().describe('Markdown'),
      textEn: z.string().optional().describe('the section in one or two English sentences'),
      pointsEn: z.array(z.string()).optional().describe('what its points say in English, where staff wrote it'),
    }),
  ),
})
export type GuideView = z.infer<typeof GuideView>
export const GuideList = z.object({ guides: z.array(GuideSummary) })
export const ServiceSummary = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  guide: z.string(),
  completion: z.enum(['online', 'appointment']),
})
export type ServiceSummary = z.infer<typeof ServiceSummary>
export const ServiceList = z.object({ services: z.array(ServiceSummary) })
export const ServiceView = ServiceSummary.extend({
  inPerson: z.string().nullable(),
  fields: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      element: z.string(),
      required: z.boolean(),
      ask: z.string(),
      help: z.string().nullable(),
      options: z.array(Option),
    }),
  ),
  declaration: z.string(),
})
