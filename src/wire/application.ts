import { z } from 'zod'
import { MaterialLine } from './materials.ts'

/** Applications, review cards and cases as they cross HTTP. */

export const Provenance = z.object({
  kind: z.enum(['citizen', 'registry', 'certificate', 'earlier-case', 'derived']),
  detail: z.string(),
})

export const Option = z.object({ id: z.string(), label: z.string() })

export const EligibilityPart = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['no', 'not-yet', 'in-person', 'note']),
      message: z.string(),
      cite: z.string(),
    }),
  ),
})
export type EligibilityPart = z.infer<typeof EligibilityPart>

/** `data-application`: the draft or case in hand. Secret values are masked and `value` holds the masked form. */
export const ApplicationPart = z.object({
  id: z.string(),
  service: z.string(),
  title: z.string(),
  guide: z.string(),
  status: z.string(),
  completion: z.enum(['online', 'appointment']),
  inPerson: z.string().nullable(),
  version: z.number().int(),
  setAside: z.boolean(),
  fields: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      element: z.string(),
      required: z.boolean(),
      value: z.string().nullable(),
      shown: z.string().nullable(),
      masked: z.boolean(),
      provenance: Provenance.nullable(),
      options: z.array(Option),
    }),
  ),
  pending: z.array(z.string()),
  next: z
    .object({ field: z.string(), ask: z.string(), help: z.string().nullable(), options: z.array(Option) })
    .nullable(),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  eligibility: EligibilityPart.shape.findings,
  materials: z.array(MaterialLine),
  fee: z.string(),
  receiptNumber: z.string().nullable(),
  dueBy: z.string().nullable(),
})
export type ApplicationPart = z.infer<typeof ApplicationPart>

/** `data-review` and `GET …/review`: exactly what is confirmed. `confirmation` is single-use and bound to the session. */
export const ReviewPart = z.object({
  applicationId: z.string(),
  service: z.string(),
  title: z.string(),
  reviewHash: z.string(),
  confirmation: z.string(),
  expiresAt: z.string(),
  values: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), provenance: Provenance })),
  materials: z.array(MaterialLine),
  fee: z.string(),
  deadline: z.string().nullable(),
  inPerson: z.string().nullable(),
  declaration: z.string(),
})
export type ReviewPart = z.infer<typeof ReviewPart>

export const ReceiptPart = z.object({
  receiptNumber: z.string(),
  queryCode: z.string(),
  dueBy: z.string().nullable(),
  dueProvisional: z.boolean().optional().describe('那一年的放假安排还没公布，日期可能变动'),
  title: z.string().optional().describe('办的是什么事；对话里的回执才有'),
})
export type ReceiptPart = z.infer<typeof ReceiptPart>

export const SubmissionResponse = ReceiptPart.extend({
  said: z.string().optional().describe('对话里记下的话：接下来要带什么、去哪里'),
})
export type SubmissionResponse = z.infer<typeof SubmissionResponse>

const SupplementView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['value', 'material']),
      label: z.string(),
      reason: z.string(),
      options: z.array(Option),
      files: z.array(z.string()).describe('为这一项上传的文件名'),
    }),
  ),
  dueBy: z.string(),
  basis: z.string(),
  given: z.boolean(),
  late: z.boolean().describe('最晚一天已经过了，不能再补'),
})

export const CaseView = z.object({
  applicationId: z.string(),
  receiptNumber: z.string(),
  service: z.string(),
  title: z.string(),
  status: z.string(),
  submittedAt: z.string(),
  dueBy: z.string().nullable(),
  dueProvisional: z.boolean(),
  supplement: SupplementView.nullable(),
  owed: z
    .array(z.object({ material: z.string(), label: z.string(), dueBy: z.string().nullable(), given: z.boolean() }))
    .describe('容缺受理的材料，最晚 dueBy 补交；null：尽快补交，以受理机构告知为准'),
  redress: z.string().nullable().describe('不予受理、不予许可时的救济途径'),
  mayWithdraw: z.boolean(),
  mayRate: z.boolean(),
  rating: z.number().int().nullable(),
  parts: z.array(
    z.object({
      title: z.string(),
      state: z.enum(['filed', 'told', 'skipped']),
      reason: z.string().nullable(),
      receiptNumber: z.string().nullable(),
      status: z.string().nullable(),
      latest: z.string().nullable(),
    }),
  ),
  events: z.array(z.object({ at: z.string(), status: z.string(), text: z.string() })),
})
export type CaseView = z.infer<typeof CaseView>

export const StartApplicationRequest = z.strictObject({
  service: z.string().max(80).optional(),
  bundle: z.string().max(80).optional().describe('高效办成一件事；和 service 二选一'),
  conversationId: z.string().max(80),
  actingFor: z
    .enum(['child', 'father', 'mother', 'spouse', 'elder', 'other'])
    .optional()
    .describe('替谁办（代办）；不写就是给自己办'),
  values: z.record(z.string().max(60), z.string().max(2000)).optional(),
})
export const FillApplicationRequest = z.strictObject({ values: z.record(z.string().max(60), z.string().max(2000)) })
export const FillApplicationResponse = z.object({
  application: ApplicationPart,
  accepted: z.array(
    z.object({ field: z.string(), label: z.string(), shown: z.string(), previous: z.string().nullable() }),
  ),
  rejected: z.array(z.object({ field: z.string(), label: z.string(), message: z.string() })),
  changed: z.array(z.string()),
})
export const SubmissionRequest = z.strictObject({ reviewHash: z.string().max(200), confirmation: z.string().max(200) })
/** `data-supplement`: what is asked for, with what the citizen has said of it so far. */
export const SupplementPart = SupplementView.extend({
  applicationId: z.string(),
  title: z.string(),
  answers: z.record(z.string(), z.string()),
})
export type SupplementPart = z.infer<typeof SupplementPart>
export const SupplementRequest = z.strictObject({ answers: z.record(z.string().max(80), z.string().max(500)) })
export const RatingRequest = z.strictObject({
  score: z.number().int().min(1).max(5),
  comment: z.string().max(500).default(''),
})
export const WithdrawalRequest = z.strictObject({ reason: z.string().max(500).default('') })

/** `data-consent`: a source that would fill fields still empty, if the citizen allows it. */
export const ConsentPart = z.object({
  applicationId: z.string(),
  source: z.string(),
  title: z.string(),
  authority: z.string(),
  purpose: z.string(),
  fields: z.array(z.string()),
  sensitive: z.boolean(),
  until: z.string(),
  /** She consented, and has to prove who she is before anything is looked up. */
  stepUp: z.literal(true).optional(),
})
export type ConsentPart = z.infer<typeof ConsentPart>
export const ConsentRequest = z.strictObject({ source: z.string().max(80), granted: z.boolean() })
/** A consent as it was given or refused. */
export const ConsentTaken = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  purpose: z.string(),
  granted: z.boolean(),
  decidedAt: z.string(),
  until: z.string(),
  withdrawnAt: z.string().nullable(),
})
export const ConsentList = z.object({
  offers: z.array(ConsentPart.omit({ applicationId: true, stepUp: true })),
  consents: z.array(ConsentTaken),
})
export const ConsentResponse = FillApplicationResponse.extend({
  outcome: z.enum(['filled', 'nothing-held', 'refused']),
  said: z.string().describe('对话里记下的话'),
})
export type ConsentResponse = z.infer<typeof ConsentResponse>

/** `data-benefits`: the benefits under what is known, those open to the citizen first. */
export const BenefitsPart = z.object({
  applicationId: z.string(),
  benefits: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      guide: z.string(),
      service: z.string().nullable(),
      verdict: z.enum(['yes', 'no', 'open']),
      amount: z.string(),
      rules: z.array(z.object({ id: z.string(), reason: z.string(), cite: z.string(), met: z.boolean().nullable() })),
      missing: z.array(z.object({ field: z.string(), label: z.string(), ask: z.string() })),
      review: z.string(),
    }),
  ),
})
export type BenefitsPart = z.infer<typeof BenefitsPart>
export const BenefitsResponse = FillApplicationResponse.extend({ benefits: BenefitsPart.shape.benefits })
