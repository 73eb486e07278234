import type { Benefit } from '../benefit.ts'
import type { Bundle } from '../bundle.ts'
import type { Field, Service } from '../service.ts'
import type { StaffContent } from '../staff-content.ts'

/** What English readers get in Chinese of one form, because nobody wrote it in English. */
export type MissingEnglish = { readonly form: string; readonly texts: readonly string[] }

/** One row a form that lacks some; the benefits, their profile and the bundles among them. */
export function missingEnglish({
  services,
  bundles,
  benefits,
  profile,
}: Pick<StaffContent, 'services' | 'bundles' | 'benefits' | 'profile'>): MissingEnglish[] {
  return [
    ...[...services.values()].map((service) => ({ form: service.id, texts: lackingIn(service) })),
    ...[...bundles.values()].map((bundle) => ({ form: bundle.id, texts: lackingInBundle(bundle) })),
    ...[...benefits.values()].map((benefit) => ({ form: benefit.id, texts: lackingInBenefit(benefit) })),
    { form: 'profile', texts: [...profile.values()].flatMap(lackingInField) },
  ].filter(({ texts }) => texts.length > 0)
}

function lackingIn(service: Service): string[] {
  const { situations, fields, materials, eligibility, acting } = service
  return [
    ...lacking('inPersonEn', service.inPerson, service.inPersonEn),
    ...lacking('declarationEn', service.declaration, service.declarationEn),
    ...lacking('acting.messageEn', acting.message, acting.messageEn),
    ...situations.flatMap(({ id, label, labelEn }) => lacking(`situations.${id}.labelEn`, label, labelEn)),
    ...fields.flatMap(lackingInField),
    ...eligibility.flatMap(({ id, message, messageEn }) => lacking(`eligibility.${id}.messageEn`, message, messageEn)),
    ...materials.flatMap(({ id, label, labelEn, note, noteEn }) => [
      ...lacking(`materials.${id}.labelEn`, label, labelEn),
      ...lacking(`materials.${id}.noteEn`, note, noteEn),
    ]),
  ]
}

function lackingInBundle({ questions, steps, shared }: Bundle): string[] {
  return [
    ...questions.flatMap(lackingInField),
    ...steps.flatMap(({ id, note, noteEn }) => lacking(`steps.${id}.noteEn`, note, noteEn)),
    ...shared.flatMap(({ also }) =>
      also.flatMap(({ field, label, labelEn, ask, askEn }) => [
        ...lacking(`shared.${field}.labelEn`, label, labelEn),
        ...lacking(`shared.${field}.askEn`, ask, askEn),
      ]),
    ),
  ]
}

function lackingInBenefit({ rules, review, reviewEn }: Benefit): string[] {
  return [
    ...lacking('reviewEn', review, reviewEn),
    ...rules.flatMap(({ id, reason, reasonEn }) => lacking(`rules.${id}.reasonEn`, reason, reasonEn)),
  ]
}

function lackingInField({ id, label, labelEn, ask, askEn, help, helpEn, options = [] }: Field): string[] {
  return [
    ...lacking(`${id}.labelEn`, label, labelEn),
    ...lacking(`${id}.askEn`, ask, askEn),
    ...lacking(`${id}.helpEn`, help, helpEn),
    ...options.flatMap((option) => lacking(`${id}.${option.id}.labelEn`, option.label, option.labelEn)),
  ]
}

function lacking(place: string, chinese: string | undefined, english: string | undefined): string[] {
  return chinese !== undefined && english === undefined ? [place] : []
}
