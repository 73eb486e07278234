import type { Service } from '../../content/index.ts'
import { declaredFields } from './declared-fields.ts'

/** A service as the public catalogue lists it. */
export function serviceSummary({ id, title, titleEn, guide, completion }: Service) {
  return { id, title, titleEn, guide, completion }
}

/** A service with its form, for a page that shows the form itself. Which fields apply to a citizen, the application says. */
export function serviceView(service: Service) {
  return {
    ...serviceSummary(service),
    inPerson: service.inPerson ?? null,
    fields: declaredFields(service).map(({ id, label, element, required, ask, help, options }) => ({
      id,
      label,
      element,
      required,
      ask,
      help: help ?? null,
      options: (options ?? []).map((option) => ({ id: option.id, label: option.label })),
    })),
    declaration: service.declaration,
  }
}
