import type { Field, Service } from '../../content/index.ts'
import { SITUATION } from './form.ts'

/** The fields of a service in the order of the file; the choice among its situations, when it has several, comes first. */
export function declaredFields(service: Service): readonly Field[] {
  if (service.situations.length === 0) return service.fields
  const situation: Field = {
    id: SITUATION,
    element: 'choice',
    label: '办理情形',
    labelEn: 'Kind of application',
    labels: ['情形', '类型'],
    required: true,
    ask: '请问您要办的是哪一种情形？',
    askEn: 'Which of these applies to you?',
    options: service.situations,
    ...(service.answers === undefined ? {} : { answers: service.answers }),
  }
  return [situation, ...service.fields]
}
