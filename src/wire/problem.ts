import { z } from 'zod'

/** RFC 9457. `code` is stable; `requestId` finds the log line. */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>
