import { conditionMistake, isFreeName } from './condition.ts'
import type { ConditionField } from './condition.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import type { Field, Service } from './service.ts'
import type { YamlPath, YamlSource } from './yaml-source.ts'

const BORN_IN = new Set(['citizen-id', 'hmt-residence-permit'])

/** What the conditions of a form may name: its fields, and `situation` when it has several. */
export function conditionFields(service: Service): readonly ConditionField[] {
  const fields: ConditionField[] = service.fields.map(({ id, element, options }) => ({ id, element, options }))
  if (service.situations.length === 0) return fields
  return [{ id: 'situation', element: 'choice', options: service.situations }, ...fields]
}

/** Mistakes inside a form, whatever its guide says. */
export function checkService(service: Service, source: YamlSource): Problem[] {
  const problems: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void problems.push({ file: source.file, line: source.lineOf(path), problem, fix })
  const allFields = conditionFields(service)

  const soundWhen = (path: YamlPath, when: string | undefined): void => {
    if (when === undefined) return
    const mistake = conditionMistake(when, allFields)
    if (mistake !== undefined)
      report([...path, 'when'], `the condition "${when}" is wrong: ${mistake}`, 'correct the condition')
  }
  const once = (path: string, ids: readonly string[]): void => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        report([path, index, 'id'], `the id "${id}" stands in ${path} a second time`, 'choose another id')
    })
  }

  for (const part of ['fields', 'situations', 'eligibility', 'materials'] as const)
    once(
      part,
      service[part].map(({ id }) => id),
    )
  service.fields.forEach((field, index) => {
    soundWhen(['fields', index], field.when)
    for (const [problem, fix] of fieldMistakes(field, service))
      report(['fields', index], `"${field.id}" ${problem}`, fix)
  })
  service.eligibility.forEach((rule, index) => soundWhen(['eligibility', index], rule.when))
  service.materials.forEach((material, index) => soundWhen(['materials', index], material.when))
  service.fee.forEach((entry, index) => {
    soundWhen(['fee', index], entry.when)
    if (entry.fee !== undefined && entry.free === true)
      report(['fee', index], 'an entry names a fee and says free', 'keep one of them')
  })
  if (service.completion === 'appointment' && service.inPerson === undefined) {
    report(
      ['completion'],
      'completion is appointment, but "inPerson" is missing',
      'add inPerson: what the citizen still does at the window',
    )
  }
  if (service.situations.length === 1) {
    report(['situations'], 'there is only one situation', 'write situations: [], so that nobody is asked')
  }
  return problems
}

function fieldMistakes(field: Field, service: Service): [problem: string, fix: string][] {
  const mistakes: [string, string][] = []
  const options = field.options ?? []
  if (!isFreeName(field.id)) mistakes.push(['is a name that conditions keep for themselves', 'choose another id'])
  if (field.element === 'choice' && options.length < 2)
    mistakes.push(['is a choice with fewer than two options', 'add options'])
  if (field.element !== 'choice' && options.length > 0) {
    mistakes.push(['has options but is no choice', 'write element: choice, or remove the options'])
  }
  if (field.element !== 'yes-no' && (field.yes !== undefined || field.no !== undefined)) {
    mistakes.push(['has words for yes or no but is no yes-no field', 'write element: yes-no, or remove yes and no'])
  }
  const numeric = field.element === 'number' || field.element === 'money'
  if (!numeric && (field.min !== undefined || field.max !== undefined)) {
    mistakes.push(['has min or max but is no number', 'remove min and max'])
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    mistakes.push(['has a min above its max', 'swap them'])
  }
  if (field.derive !== undefined) {
    const { from, as } = field.derive
    const origin = service.fields.find(({ id }) => id === from)
    if (origin === undefined) {
      const meant = nearestWord(
        from,
        service.fields.map(({ id }) => id),
      )
      mistakes.push([
        `is derived from "${from}", which is no field`,
        meant === undefined ? 'name a field' : `write from: ${meant}`,
      ])
    } else if (!BORN_IN.has(origin.element) && !(as === 'age' && origin.element === 'date')) {
      mistakes.push([
        `cannot be worked out from "${from}"`,
        'derive it from a citizen-id or hmt-residence-permit field',
      ])
    }
  }
  const names = options.map(({ id }) => id)
  if (new Set(names).size < names.length)
    mistakes.push(['has two options with the same id', 'give each option its own id'])
  return mistakes
}
