import type { BundleStep, EligibilityRule, Service } from '../content/index.ts'

/** A step of a bundle that files a service. */
type Filed = { readonly step: BundleStep; readonly service: Service }

/** What is still done in person, part by part; nothing where all of it is done online. */
export function inPersonOf(filed: readonly Filed[]): Pick<Service, 'inPerson' | 'inPersonEn'> {
  const lines = filed.flatMap(({ step, service }) =>
    service.inPerson === undefined ? [] : [`${step.title}：${service.inPerson}`],
  )
  const inEnglish = filed.flatMap(({ step, service }) =>
    service.inPersonEn === undefined ? [] : [`${step.titleEn ?? service.titleEn}: ${service.inPersonEn}`],
  )
  if (lines.length === 0) return {}
  return {
    inPerson: lines.join(' '),
    ...(inEnglish.length < lines.length ? {} : { inPersonEn: inEnglish.join(' ') }),
  }
}

/** What a rule of a part says in the bundle: closing one part leaves the others open. */
export function messagesOf(
  { outcome, message, messageEn }: EligibilityRule,
  { title, titleEn }: BundleStep,
  service: Service,
): Pick<EligibilityRule, 'message' | 'messageEn'> {
  const closes = outcome === 'no' || outcome === 'not-yet'
  if (!closes) return { message, ...(messageEn === undefined ? {} : { messageEn }) }
  return {
    message: `“${title}”这次不能办：${message}`,
    ...(messageEn === undefined
      ? {}
      : { messageEn: `${titleEn ?? service.titleEn} cannot be done this time: ${messageEn}` }),
  }
}

/** Every declaration of the parts, sentence by sentence, once. */
export function declarationOf(filed: readonly Filed[]): Pick<Service, 'declaration' | 'declarationEn'> {
  const sentences = filed.flatMap(({ service }) => service.declaration.split(/(?<=。)/u))
  const inEnglish = filed.map(({ service }) => service.declarationEn)
  return {
    declaration: [...new Set(sentences)].join(''),
    ...(inEnglish.every((each) => each !== undefined) ? { declarationEn: [...new Set(inEnglish)].join(' ') } : {}),
  }
}
