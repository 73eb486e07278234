import type { BundleStep, EligibilityRule, Service } from '../../content/index.ts'
import type { BundlePart, Form } from '../forms/form.ts'

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

/** What is told of a bundle with its card: only of the parts that are filed, as of a form by itself. */
export function toldOf({ service, parts, words }: Form, closed: ReadonlySet<BundlePart>): Told {
  const filed = (parts ?? []).flatMap((part) => (part.form === undefined || closed.has(part) ? [] : [part]))
  if (parts === undefined || filed.length === parts.filter(({ form }) => form !== undefined).length)
    return { inPerson: service.inPerson ?? null, declaration: service.declaration }
  const lines = filed.flatMap(({ title, form }) =>
    form?.service.inPerson === undefined ? [] : [words.ofPart(title, form.service.inPerson)],
  )
  const sentences = filed.flatMap(({ form }) => form?.service.declaration.split(/(?<=。|\n)/u) ?? [])
  return { inPerson: lines.length === 0 ? null : lines.join(' '), declaration: [...new Set(sentences)].join('') }
}

type Told = { readonly inPerson: string | null; readonly declaration: string }

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
