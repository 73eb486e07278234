import { z } from 'zod'
import { SupplementNotice } from '../../city/approval.ts'
import { ELEMENT_IDS } from '../../language/element.ts'
import { RELATIONS } from '../../language/index.ts'
import { APPLICATION_STATUSES } from '../application.ts'
import { Attached } from '../materials/attached.ts'
import { MaterialLine } from '../materials/material-line.ts'
import { KeptValue } from './stored-application.ts'

const Status = z.enum(APPLICATION_STATUSES)
/** Cases filed before materials had a state bring none. */
const Line = MaterialLine.extend({
  upload: MaterialLine.shape.upload.default('bring'),
  state: MaterialLine.shape.state.default('bring'),
  files: MaterialLine.shape.files.default([]),
  certificate: MaterialLine.shape.certificate.default(null),
  relief: MaterialLine.shape.relief.default(null),
})

/** What was filed, as it was shown: later changes of the form do not touch it. */
export const Filed = z.object({
  title: z.string(),
  guide: z.string(),
  completion: z.enum(['online', 'appointment']),
  inPerson: z.string().nullable(),
  /** Only fields that applied. `value` and `shown` as the owner sees them in chat: masked where secret. */
  fields: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      element: z.enum(ELEMENT_IDS),
      required: z.boolean(),
      value: z.string().nullable(),
      shown: z.string().nullable(),
      masked: z.boolean(),
      provenance: KeptValue.shape.provenance.nullable(),
    }),
  ),
  materials: z.array(Line),
  fee: z.string(),
  limit: z.object({ value: z.number(), unit: z.enum(['working-day', 'day']) }).nullable(),
  reviewHash: z.string(),
})
export type Filed = z.infer<typeof Filed>

/** One entry of an application's append-only log. Sealed as a whole. */
export const ApplicationEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  /** The values that became new or other; the log holds every value an application ever had. */
  z.object({ kind: z.literal('filled'), values: z.record(z.string(), KeptValue) }),
  z.object({ kind: z.literal('consented'), consent: z.string(), source: z.string(), granted: z.boolean() }),
  /** What the source had filled is gone with it. */
  z.object({ kind: z.literal('consent-withdrawn'), source: z.string() }),
  z.object({ kind: z.literal('material-added'), attached: Attached }),
  /** Its contents are gone with it. */
  z.object({ kind: z.literal('material-removed'), id: z.string(), material: z.string() }),
  /** For whom the application is made from now on. */
  z.object({ kind: z.literal('acts-for'), relation: z.enum([...RELATIONS, 'self']) }),
  /** The field is asked last. */
  z.object({ kind: z.literal('put-off'), field: z.string() }),
  z.object({ kind: z.literal('set-aside') }),
  z.object({ kind: z.literal('taken-up') }),
  z.object({ kind: z.literal('discarded') }),
  /** Gone on with after it was dropped, or in another conversation. */
  z.object({ kind: z.literal('brought-back') }),
  z.object({ kind: z.literal('expired') }),
  /** A wrong six-digit code against this confirmation. */
  z.object({ kind: z.literal('code-refused'), confirmation: z.string() }),
  z.object({ kind: z.literal('submitted'), confirmation: z.string(), filed: Filed }),
  /** The approval system has the filing. */
  z.object({ kind: z.literal('received'), filingNumber: z.string() }),
  /** Entry `index` of the approval system's progress; `moved` says whether the status followed. */
  z.object({
    kind: z.literal('progress'),
    index: z.number().int(),
    status: Status,
    at: z.string(),
    text: z.string(),
    moved: z.boolean(),
    /** The city's own name of the event. */
    id: z.string().optional(),
    redress: z.string().optional(),
    supplement: SupplementNotice.optional(),
  }),
  /** What the citizen gave to the notice. */
  z.object({
    kind: z.literal('supplemented'),
    answers: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), shown: z.string() })),
  }),
  /** What became of each part of a bundle; a filed one is a case of its own. */
  z.object({
    kind: z.literal('bundled'),
    parts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        state: z.enum(['filed', 'told', 'skipped']),
        reason: z.string().nullable(),
        application: z.string().nullable(),
      }),
    ),
  }),
  z.object({ kind: z.literal('rated'), score: z.number().int(), comment: z.string() }),
  /** The approval system did not take what the citizen sent after filing: its code, and its reason where it wrote one for her. */
  z.object({
    kind: z.literal('letter-refused'),
    letter: z.enum(['withdraw', 'supplement', 'rate']),
    code: z.string().optional(),
    reason: z.string().optional(),
  }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string() }),
])
export type ApplicationEvent = z.infer<typeof ApplicationEvent>
export type LetterRefused = Extract<ApplicationEvent, { kind: 'letter-refused' }>

/** An event with its place in the log. `at` is epoch milliseconds; `status` is the status after it. */
export type LoggedEvent = {
  readonly seq: number
  readonly status: z.infer<typeof Status>
  readonly at: number
  readonly data: ApplicationEvent
}
