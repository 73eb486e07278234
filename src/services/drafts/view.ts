import { baseService } from '../acting/acting.ts'
import type { ApplicationView, FieldView } from '../application.ts'
import type { Filed } from '../kept/application-event.ts'
import { toldOf } from '../bundles/bundle-words.ts'
import type { FieldState } from '../forms/applicable-fields.ts'
import { closingAnswers } from '../forms/eligibility.ts'
import type { Form } from '../forms/form.ts'
import type { Standing } from './standing.ts'
import type { Application } from '../kept/stored-application.ts'
import { isDraft } from '../transitions.ts'

/** A draft as chat, page and API see it. Its status follows from the values: ready as soon as it is complete. */
export function viewDraft(application: Application, form: Form, standing: Standing, today: string): ApplicationView {
  const { service } = form
  const pending = lastOnes(standing.pending, application.putOff)
  const first = pending[0]
  const open = isDraft(application.status)
  const asked = open && first !== undefined ? form.byId.get(first)?.field : undefined
  return {
    ...frame(application),
    title: form.words.title(service),
    guide: service.guide,
    completion: service.completion,
    inPerson: toldOf(form, standing.closed).inPerson,
    status: open ? (standing.complete ? 'ready' : 'draft') : application.status,
    fields: viewFields(form, standing, today),
    later: standing.states.filter(({ applies }) => applies === 'unknown').map((state) => viewField(form, state, today)),
    pending,
    next:
      asked === undefined
        ? null
        : { field: asked.id, ask: asked.ask, help: asked.help ?? null, options: asked.options ?? [] },
    problems: standing.problems,
    eligibility: standing.eligibility,
    closedBy: closingAnswers(form, standing.eligibility),
    materials: standing.papers,
    fee: standing.fee,
  }
}

/** The fields to be asked, those put off behind the others. */
function lastOnes(pending: readonly string[], putOff: readonly string[]): readonly string[] {
  return [...pending.filter((id) => !putOff.includes(id)), ...putOff.filter((id) => pending.includes(id))]
}

/**
 * A filed application: as it was filed, whatever became of its form. `translated` is the form in the
 * reader's language where that is another; what it names no longer stands in the filed words.
 */
export function viewFiled(application: Application, filed: Filed, translated: Form | undefined): ApplicationView {
  return {
    ...frame(application),
    title: translated?.words.title(translated.service) ?? filed.title,
    guide: filed.guide,
    completion: filed.completion,
    inPerson: translated?.service.inPerson ?? filed.inPerson,
    fields: filed.fields.map((field) => ({ ...field, ...fieldIn(translated, field), options: [] })),
    later: [],
    pending: [],
    next: null,
    problems: [],
    eligibility: [],
    closedBy: [],
    materials: filed.materials.map((line) => ({
      ...line,
      ...translated?.materials.flatMap(({ material: { id, label, note } }) =>
        id === line.id ? [{ label, note: note ?? null }] : [],
      )[0],
    })),
    fee: translated?.words.fee(filed.fee) ?? filed.fee,
  }
}

function fieldIn(
  translated: Form | undefined,
  { id, value, masked, shown, provenance }: Filed['fields'][number],
): Partial<FieldView> {
  const field = translated?.byId.get(id)
  if (translated === undefined || field === undefined) return {}
  return {
    label: field.field.label,
    shown: value === null || masked ? shown : field.show(value, ''),
    provenance: provenance && translated.words.provenance(provenance),
  }
}

/** The fields that apply, values masked where secret. */
export function viewFields(form: Form, standing: Standing, today: string): FieldView[] {
  return standing.applying.map((state) => viewField(form, state, today))
}

function viewField({ words }: Form, { field, known }: FieldState, today: string): FieldView {
  const { id, label, element, required, options } = field.field
  const shown = known === undefined ? null : field.show(known.value, today)
  return {
    id,
    label,
    element,
    required,
    value: known === undefined ? null : field.secret ? shown : known.value,
    shown,
    masked: field.secret && known !== undefined,
    provenance: known === undefined ? null : words.provenance(known.provenance),
    options: options ?? [],
  }
}

function frame(application: Application) {
  const { id, service, status, version, setAside, receiptNumber, dueBy } = application
  return { id, service: baseService(service), form: service, status, version, setAside, receiptNumber, dueBy }
}
