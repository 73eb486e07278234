import { checkProse } from './check-prose.ts'
import { namedArticles } from './check-provenance.ts'
import type { Guide } from './guide.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import { referencesOf, renderReferences } from './references.ts'
import type { Service } from './service.ts'
import type { YamlPath, YamlSource } from './yaml-source.ts'

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

/** The form with every `{{id}}` in its texts put in words. */
export function renderService(service: Service, guide: Guide): Service {
  const references = referencesOf(guide)
  const say = (text: string): string => renderReferences(text, references, 'zh')
  return {
    ...service,
    ...(service.inPerson === undefined ? {} : { inPerson: say(service.inPerson) }),
    declaration: say(service.declaration),
    fields: service.fields.map((field) => ({
      ...field,
      ask: say(field.ask),
      ...(field.help === undefined ? {} : { help: say(field.help) }),
    })),
    eligibility: service.eligibility.map((rule) => ({ ...rule, message: say(rule.message) })),
    acting: {
      ...service.acting,
      ...(service.acting.message === undefined ? {} : { message: say(service.acting.message) }),
    },
    materials: service.materials.map((material) => ({
      ...material,
      label: say(material.label),
      ...(material.note === undefined ? {} : { note: say(material.note) }),
    })),
  }
}

/** Texts of a form that citizens read, and that therefore follow the rules of prose. */
function textsOf(service: Service): { path: YamlPath; text: string }[] {
  const texts: { path: YamlPath; text: string | undefined }[] = [
    { path: ['inPerson'], text: service.inPerson },
    { path: ['declaration'], text: service.declaration },
    { path: ['acting', 'message'], text: service.acting.message },
    ...service.fields.flatMap((field, index) => [
      { path: ['fields', index, 'ask'], text: field.ask },
      { path: ['fields', index, 'help'], text: field.help },
    ]),
    ...service.eligibility.map((rule, index) => ({ path: ['eligibility', index, 'message'], text: rule.message })),
    ...service.materials.flatMap((material, index) => [
      { path: ['materials', index, 'label'], text: material.label },
      { path: ['materials', index, 'note'], text: material.note },
    ]),
  ]
  return texts.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]))
}
