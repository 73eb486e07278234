import { checkProse } from './check-prose.ts'
import { namedArticles } from './check-provenance.ts'
import type { Guide } from '../guide.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import { referencesOf, renderReferences } from './references.ts'
import type { Service } from '../service.ts'
import type { YamlPath, YamlSource } from '../reading/yaml-source.ts'

/** Mistakes between a form and the guides: citations, fees, the due date, numbers in its texts. */
export function matchService(
  service: Service,
  guide: Guide,
  guides: ReadonlyMap<string, Guide>,
  source: YamlSource,
): Problem[] {
  const problems: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void problems.push({ file: source.file, line: source.lineOf(path), problem, fix })

  const checkCite = (path: YamlPath, cite: string): void => {
    const [id = '', slug = ''] = cite.split('#')
    const cited = guides.get(id)
    if (cited === undefined) report(path, `the guide "${id}" does not exist`, `cite ${guide.id}#who`)
    else if (!cited.sections.some((section) => section.slug === slug))
      report(path, `"${cite}" leads to no section`, 'use who, materials, how, time, fees, where, faq or basis')
  }
  service.eligibility.forEach(({ cite }, index) => checkCite(['eligibility', index, 'cite'], cite))
  service.materials.forEach(({ relief }, index) => {
    if (relief !== undefined) checkCite(['materials', index, 'relief', 'cite'], relief.cite)
  })
  if (service.acting.cite !== undefined) checkCite(['acting', 'cite'], service.acting.cite)
  const fees = new Map(guide.fees.map((fee) => [fee.id, fee]))
  service.fee.forEach(({ fee }, index) => {
    if (fee === undefined) return
    const known = fees.get(fee)
    if (known === undefined) {
      const meant = nearestWord(fee, [...fees.keys()])
      const fix = meant === undefined ? `use one of: ${[...fees.keys()].join(', ')}` : `write fee: ${meant}`
      report(['fee', index, 'fee'], `the guide has no fee "${fee}"`, fix)
    } else if (known.mark === 'unverified') {
      report(
        ['fee', index, 'fee'],
        `the fee "${fee}" is unverified`,
        'leave fee out: the card then says 以窗口公布为准',
      )
    }
  })
  const limit = service.limit === 'legal' ? guide.legalLimit : guide.promisedLimit
  if (service.limit !== 'none' && (limit === undefined || limit.mark === 'unverified')) {
    report(['limit'], `the guide has no confirmed ${service.limit} limit`, 'write limit: none')
  }
  const rules = { file: source.file, references: referencesOf(guide), articles: namedArticles(guide) }
  for (const { path, text } of textsOf(service)) {
    const line = source.lineOf(path)
    problems.push(...checkProse({ text, line }, rules).map((problem) => ({ ...problem, line })))
  }
  return problems
}

/** The form with every `{{id}}` in its texts put in words, in the language of the text. */
export function renderService(service: Service, guide: Guide): Service {
  const references = referencesOf(guide)
  const say = <Owner extends object>(owner: Owner, keys: readonly (keyof Owner & string)[]): Owner => ({
    ...owner,
    ...Object.fromEntries(
      keys.flatMap((key) => {
        const text = owner[key]
        if (typeof text !== 'string') return []
        return [[key, renderReferences(text, references, key.endsWith('En') ? 'en' : 'zh')]]
      }),
    ),
  })
  return {
    ...say(service, FORM_TEXTS),
    fields: service.fields.map((field) => say(field, FIELD_TEXTS)),
    eligibility: service.eligibility.map((rule) => say(rule, MESSAGE_TEXTS)),
    acting: say(service.acting, MESSAGE_TEXTS),
    materials: service.materials.map((material) => say(material, MATERIAL_TEXTS)),
  }
}

/** Texts that citizens read, and that therefore follow the rules of prose. */
const FORM_TEXTS = ['inPerson', 'inPersonEn', 'declaration', 'declarationEn'] as const
const FIELD_TEXTS = ['ask', 'askEn', 'help', 'helpEn'] as const
const MESSAGE_TEXTS = ['message', 'messageEn'] as const
const MATERIAL_TEXTS = ['label', 'labelEn', 'note', 'noteEn'] as const

function textsOf(service: Service): { path: YamlPath; text: string }[] {
  const texts = <Key extends string>(
    owner: Readonly<Partial<Record<Key, string | undefined>>>,
    keys: readonly Key[],
    path: YamlPath = [],
  ) =>
    keys.flatMap((key) => {
      const text = owner[key]
      return text === undefined ? [] : [{ path: [...path, key], text }]
    })
  return [
    ...texts(service, FORM_TEXTS),
    ...texts(service.acting, MESSAGE_TEXTS, ['acting']),
    ...service.fields.flatMap((field, index) => texts(field, FIELD_TEXTS, ['fields', index])),
    ...service.eligibility.flatMap((rule, index) => texts(rule, MESSAGE_TEXTS, ['eligibility', index])),
    ...service.materials.flatMap((material, index) => texts(material, MATERIAL_TEXTS, ['materials', index])),
  ]
}
