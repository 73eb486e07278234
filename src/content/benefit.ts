import { z } from 'zod'
import { Field, kebab } from './service.ts'

/** Registries of the city that may supply a value of the profile, with the citizen's consent. */
export const REGISTRIES = [
  'population',
  'household',
  'social-security',
  'housing-fund',
  'property',
  'vehicle',
  'business',
  'tax',
  'disability',
  'civil-affairs',
] as const

/** One thing the profile may know of a citizen or a company. */
export const ProfileField = Field.extend({
  /** The registry that may supply it; without one only the citizen can say. */
  source: z.enum(REGISTRIES).optional(),
})
export type ProfileField = z.infer<typeof ProfileField>

/** `knowledge/profile.yaml`: what the rules of the benefits may ask. */
export const ProfileFile = z.strictObject({ fields: z.array(ProfileField).min(1) })

const Cel = z.string().min(1)

/** One requirement of a benefit: met when `when` is true, not met when false, open while a value is missing. */
export const BenefitRule = z.strictObject({
  id: kebab,
  when: Cel,
  /** What the rule demands, as citizens read it beside its verdict; numbers as `{{id}}` of the guide. */
  reason: z.string().min(1),
  /** The same for English readers; without it they read the Chinese. */
  reasonEn: z.string().min(1).optional(),
  /** `guide-id#section` */
  cite: z.string().regex(/^[a-z0-9-]+#[a-z]+$/, 'write guide#section, as in senior-allowance#who'),
})
export type BenefitRule = z.infer<typeof BenefitRule>

/** What is paid: a number of the guide. Neither fact nor fee: 以窗口公布为准. */
export const BenefitAmount = z.strictObject({
  when: Cel.optional(),
  fact: kebab.optional(),
  fee: kebab.optional(),
})
export type BenefitAmount = z.infer<typeof BenefitAmount>

/** `knowledge/benefits/<id>.yaml`: what somebody may be entitled to (免申即享), with the rules that decide. Unknown keys are refused. */
export const Benefit = z.strictObject({
  id: kebab,
  title: z.string().min(1),
  titleEn: z.string().min(1),
  guide: kebab,
  /** The form that claims it; without one the guide says where. */
  service: kebab.optional(),
  /** All have to be met. Conditions are CEL over the fields of the profile. */
  rules: z.array(BenefitRule).min(1),
  /** First matching entry holds; none: 以窗口公布为准. */
  amount: z.array(BenefitAmount),
  /** What to do when one disagrees with the verdict. */
  review: z.string().min(1),
  reviewEn: z.string().min(1).optional(),
})
export type Benefit = z.infer<typeof Benefit>
