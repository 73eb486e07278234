import type { FormField } from '../../model/index.ts'
import { SITUATION, type ApplicationView, type Counter } from '../../services/index.ts'

/** Elements whose question helps to read the answer, whichever is asked; that of a text, where it is the one asked. */
const TOLD = new Set(['yes-no', 'choice'])

/** The fields of a draft that apply or may yet apply, as a model is told of them: labels, options and words, values masked; how a question is answered, of the one `asked`. */
export function briefFields(counter: Counter, application: ApplicationView, asked?: string): FormField[] {
  const service = counter.service(application.form)
  const definitions = new Map(service?.fields.map((field) => [field.id, field]))
  const pending = new Set(application.pending)
  const undecided = new Set(application.later.map(({ id }) => id))
  const fields = [...application.fields, ...application.later].filter(
    ({ id, shown }) => definitions.get(id)?.derive === undefined || pending.has(id) || shown !== null,
  )
  return fields.map(({ id, label, element, options, shown }) => {
    const definition = definitions.get(id)
    const answers = id !== asked ? undefined : id === SITUATION ? service?.answers : definition?.answers
    return {
      id,
      label,
      labels: [...(definition?.labels ?? [])],
      element,
      ...(options.length === 0
        ? {}
        : { options: options.map((option) => ({ ...option, aliases: [...option.aliases] })) }),
      ...(definition !== undefined && (TOLD.has(element) || (element === 'text' && id === asked))
        ? { ask: definition.ask }
        : {}),
      ...(definition?.yes === undefined ? {} : { yes: [...definition.yes] }),
      ...(definition?.no === undefined ? {} : { no: [...definition.no] }),
      ...(answers === undefined ? {} : { answers: copied(answers) }),
      ...(definition?.min === undefined ? {} : { min: definition.min }),
      ...(definition?.max === undefined ? {} : { max: definition.max }),
      ...(shown === null ? {} : { shown }),
      ...(undecided.has(id) ? { undecided: true } : {}),
    }
  })
}

function copied(answers: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(answers).map(([id, words]) => [id, [...words]]))
}
