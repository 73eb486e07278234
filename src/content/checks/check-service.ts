import { fieldMistakes } from './check-field.ts'
import { conditionMistake } from '../condition.ts'
import type { ConditionField } from '../condition.ts'
import type { Problem } from './problem.ts'
import type { Service } from '../service.ts'
import type { YamlPath, YamlSource } from '../reading/yaml-source.ts'

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
    if (mistake !== undefined) report(path, `the condition "${when}" is wrong: ${mistake}`, 'correct the condition')
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
    soundWhen(['fields', index, 'when'], field.when)
    for (const [problem, fix] of fieldMistakes(field, service.fields))
      report(['fields', index], `"${field.id}" ${problem}`, fix)
  })
  const situations = service.situations.map(({ id }) => id)
  for (const id of Object.keys(service.answers ?? {}))
    if (!situations.includes(id))
      report(
        ['answers', id],
        `there are answers for "${id}", which is no situation`,
        `use one of: ${situations.join(', ')}`,
      )
  service.eligibility.forEach((rule, index) => soundWhen(['eligibility', index, 'when'], rule.when))
  service.materials.forEach((material, index) => {
    soundWhen(['materials', index, 'when'], material.when)
    soundWhen(['materials', index, 'relief', 'when'], material.relief?.when)
    soundWhen(['materials', index, 'ofApplicant'], material.ofApplicant)
    if (material.relief?.as === 'promise' && material.relief.days !== undefined)
      report(['materials', index, 'relief'], 'days goes with as: later', 'leave days out')
  })
  service.fee.forEach((entry, index) => {
    soundWhen(['fee', index, 'when'], entry.when)
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
  const { acting } = service
  if (acting.asks !== undefined) {
    const { field: id, self = [], child, adult } = acting.asks
    const field = allFields.find((one) => one.id === id)
    const answers = field?.element === 'yes-no' ? ['true', 'false'] : (field?.options ?? []).map((option) => option.id)
    if (field === undefined)
      report(['acting', 'asks'], `there is no field "${id}"`, 'name the field that asks for whom the form is')
    else
      for (const answer of [...self, child ?? [], adult ?? []].flat())
        if (!answers.includes(answer))
          report(['acting', 'asks'], `"${id}" has no answer "${answer}"`, `use one of: ${answers.join(', ')}`)
  }
  if ((acting.message === undefined) !== (acting.cite === undefined))
    report(['acting'], 'message and cite go together', 'write both, or neither')
  if ((acting.adult === 'nobody' || acting.child === 'nobody') && acting.message === undefined)
    report(['acting'], 'nobody may act for another, but the citizen is not told why', 'add message and cite')
  if (service.situations.length === 1) {
    report(['situations'], 'there is only one situation', 'write situations: [], so that nobody is asked')
  }
  return problems
}
