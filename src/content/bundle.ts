import { z } from 'zod'
import { Field, fieldId, kebab } from './service.ts'

/** A CEL expression over the questions and the shared ids of the bundle, which are those of its forms otherwise. */
const Cel = z.string().min(1)

/** One part of a bundle: a form that is filed, or a matter that is only told of. */
export const BundleStep = z.strictObject({
  id: kebab,
  title: z.string().min(1),
  titleEn: z.string().optional(),
  /** The form filed in this step. Exactly one of `service` and `guide` stands. */
  service: kebab.optional(),
  /** The kind of case of that form, when the bundle settles it. */
  situation: kebab.optional(),
  /** Answers of that form that the bundle settles: there is a licence, since an earlier step gets it. */
  settles: z.record(fieldId, z.string()).default({}),
  /** Fields of the bundle that only this step brings about (the number that a registration gives). Where it applies nobody is asked for them, and what follows is filed without. */
  issues: z.array(fieldId).default([]),
  /** The matter told of in this step: nothing is filed here. */
  guide: kebab.optional(),
  /** Steps that come before this one. */
  after: z.array(kebab).default([]),
  /** The step applies when this holds; always without it. */
  when: Cel.optional(),
  note: z.string().min(1).optional(),
  noteEn: z.string().min(1).optional(),
})
export type BundleStep = z.infer<typeof BundleStep>

const formField = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\.[a-z][a-zA-Z0-9]*$/, 'write form.field, as in residence-permit.mobile')

/**
 * A field that is the shared one only while `when` holds (the mother applies, so the mother's number is hers). Otherwise it is
 * asked by itself, in the words that stand here: they say whose it is.
 */
export const SharedAtTimes = z.strictObject({
  field: formField,
  when: Cel,
  label: z.string().min(1).optional(),
  labelEn: z.string().min(1).optional(),
  ask: z.string().min(1).optional(),
  askEn: z.string().min(1).optional(),
})
export type SharedAtTimes = z.infer<typeof SharedAtTimes>

/** One question for several forms: `form.field` of each; the first gives the question. */
export const SharedField = z.strictObject({
  id: fieldId,
  fields: z.array(formField).min(1),
  also: z.array(SharedAtTimes).default([]),
})
export type SharedField = z.infer<typeof SharedField>

/** `knowledge/bundles/<id>.yaml`: several matters that citizens have done as one (高效办成一件事). Unknown keys are refused. */
export const Bundle = z.strictObject({
  id: kebab,
  title: z.string().min(1),
  titleEn: z.string().min(1),
  /** Official and everyday names of the whole. */
  aliases: z.array(z.string().min(1)),
  /** The guide that tells of the whole. */
  guide: kebab,
  /** Where it stands on the portal: smaller comes first, and those without one come in between. */
  place: z.int().min(1).max(99).optional(),
  /** Asked first: they decide which steps apply. One that bears the id of a shared field also answers that field. */
  questions: z.array(Field),
  /** At least two, in the order they are shown; `after` says what waits for what. */
  steps: z.array(BundleStep).min(2),
  shared: z.array(SharedField),
})
export type Bundle = z.infer<typeof Bundle>
