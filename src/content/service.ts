import { z } from 'zod'
import { ELEMENT_IDS } from '../language/element.ts'

/** The id of a field: camelCase. */
export const fieldId = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'write the field id in camelCase')
/** The id of a file and of most things in it: lower-case words joined by `-`. */
export const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by "-"')

/** A CEL expression. Variables are the field ids; functions: age(date), monthsSince(date), monthsOver(date), daysSince(date), daysUntil(date). Checked at load. */
const Cel = z.string().min(1)

export const FieldOption = z.strictObject({
  id: kebab,
  label: z.string(),
  labelEn: z.string().optional(),
  aliases: z.array(z.string()).default([]),
})

/** Words of answers, by what is answered. */
const Answers = z.record(z.string(), z.array(z.string().min(1)))

export const Field = z.strictObject({
  id: fieldId,
  element: z.enum(ELEMENT_IDS),
  label: z.string(),
  labelEn: z.string().optional(),
  /** Other names for the field: 电话, 联系方式. */
  labels: z.array(z.string()).default([]),
  required: z.boolean().default(true),
  when: Cel.optional(),
  ask: z.string(),
  /** The question in English. */
  askEn: z.string().optional(),
  help: z.string().optional(),
  helpEn: z.string().optional(),
  options: z.array(FieldOption).optional(),
  /**
   * For a yes-no field: how citizens say yes and no without being asked. Words joined by a space follow one another within
   * a clause (厦门 有房 is also heard in 厦门买的有房), and a negation among them turns the meaning round.
   */
  yes: z.array(z.string().min(2)).optional(),
  no: z.array(z.string().min(2)).optional(),
  /** How citizens answer this question, by option id, or by `yes` and `no`: heard only where the field was asked for. Written like `yes` and `no`. */
  answers: Answers.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** A date that cannot lie ahead: since when somebody lives here, when she was born. */
  past: z.boolean().optional(),
  /** Worked out by code from another field, never asked while that one is known. */
  derive: z.strictObject({ from: fieldId, as: z.enum(['birth-date', 'sex', 'age']) }).optional(),
})
export type Field = z.infer<typeof Field>

export const EligibilityRule = z.strictObject({
  id: kebab,
  /** When true, `outcome` holds and `message` says why. Unknown while a field it names is missing. */
  when: Cel,
  /** no: not open to this citizen. not-yet: later or after something else. in-person: may go on, ends at a window. note: worth knowing. */
  outcome: z.enum(['no', 'not-yet', 'in-person', 'note']),
  message: z.string(),
  messageEn: z.string().optional(),
  /** `guide-id#section` */
  cite: z.string().regex(/^[a-z0-9-]+#[a-z]+$/),
})
export type EligibilityRule = z.infer<typeof EligibilityRule>

/**
 * Who may do the matter for somebody else (代办). `guardian`: a child's, as father, mother or other guardian; `authorised`: with a
 * written authorisation, or as guardian; `form`: the form asks by itself who acts; `applicant`: it is filed in the name of whoever
 * fills it in, whomever it is about; `nobody`: only the person herself.
 */
export const Acting = z.strictObject({
  child: z.enum(['guardian', 'form', 'applicant', 'nobody']).default('guardian'),
  adult: z.enum(['authorised', 'form', 'applicant', 'nobody']).default('authorised'),
  /**
   * The field by which the form asks for whom it is: the answers that mean the citizen herself (left out where no answer
   * tells), and what it is answered with where she acts for a child or for an adult.
   */
  asks: z
    .strictObject({
      field: fieldId,
      self: z.array(z.string()).min(1).optional(),
      child: z.string().optional(),
      adult: z.string().optional(),
    })
    .optional(),
  /** What the citizen is told who acts for an adult: why not, or what to mind. */
  message: z.string().optional(),
  messageEn: z.string().optional(),
  /** `guide-id#section` that says so; goes with `message`. */
  cite: z
    .string()
    .regex(/^[a-z0-9-]+#[a-z]+$/)
    .optional(),
})

/**
 * How a material may be done without for now. later (容缺受理): it is handed in within `days` natural days of submission;
 * without `days`, as soon as can be, and the department says by when. promise (告知承诺): the citizen's written promise stands
 * in for it. Absent `when`: it is always offered. `cite` is the section of a guide that says so.
 */
export const Relief = z.strictObject({
  as: z.enum(['later', 'promise']),
  days: z.int().min(1).max(180).optional(),
  when: Cel.optional(),
  cite: z.string().regex(/^[a-z0-9-]+#[a-z]+$/),
})

export const Material = z.strictObject({
  id: kebab,
  label: z.string(),
  labelEn: z.string().optional(),
  when: Cel.optional(),
  /** Certificate types that stand in for the paper. */
  satisfiedBy: z.array(kebab).default([]),
  /** When the paper is the applicant's own, so that her certificate may stand in for it. Absent: it always is. */
  ofApplicant: Cel.optional(),
  /** required: a file or a certificate before it may be submitted. bring: shown at the window; a file may be uploaded all the same. */
  upload: z.enum(['required', 'bring']).default('bring'),
  note: z.string().optional(),
  noteEn: z.string().optional(),
  relief: Relief.optional(),
  /** Words that stand printed on such a paper; a file in which none of them is read may be another. Absent: the kind is not compared. */
  prints: z.array(z.string().min(2)).min(1).optional(),
  /** A picture of a face: fewer pixels do. */
  portrait: z.boolean().optional(),
})
export type Material = z.infer<typeof Material>

/** `knowledge/services/<id>.yaml`: the form of a service. Unknown keys are refused. */
export const Service = z.strictObject({
  id: kebab,
  guide: kebab,
  title: z.string(),
  titleEn: z.string(),
  /** online: filed in full. appointment: pre-filled and booked; the rest is done in person, and every text says so. */
  completion: z.enum(['online', 'appointment']),
  /** What the citizen still does in person; required when completion is appointment. */
  inPerson: z.string().optional(),
  inPersonEn: z.string().optional(),
  /** Order of fields is the order of asking; fields that eligibility names come first by the engine's own sorting. */
  fields: z.array(Field).min(1),
  /** The kinds of case (首次申领, 补领 …): one choice asked first under the field id `situation`; empty when there is only one. */
  situations: z.array(FieldOption),
  /** How citizens answer which situation it is, by its id; as in {@link Field}. */
  answers: Answers.optional(),
  eligibility: z.array(EligibilityRule),
  materials: z.array(Material),
  /** First matching entry holds. `fee` names a fee of the guide; `free` says so; neither: 以窗口公布为准. */
  fee: z.array(z.strictObject({ when: Cel.optional(), fee: kebab.optional(), free: z.boolean().optional() })),
  declaration: z.string(),
  /** Shown with the Chinese one, which is what she signs. */
  declarationEn: z.string().optional(),
  /** Which limit of the guide sets the due date: none means no date is promised. */
  limit: z.enum(['promised', 'legal', 'none']),
  acting: Acting.default({ child: 'guardian', adult: 'authorised' }),
  gateway: z.strictObject({ department: z.string(), itemCode: z.string() }),
  /** Its place among the popular services of the portal, smaller first; without one it is not among them. */
  popular: z.int().min(1).max(99).optional(),
})
export type Service = z.infer<typeof Service>
