import type { Service } from '../content/index.ts'

/** A service in the public catalogue, one line of a list. */
export function serviceSummary({ id, title, titleEn, guide, completion }: Service) {
  return { id, title, titleEn, guide, completion }
}

/** A service with the fields of its form. */
export function serviceView(service: Service) {
  return {
    ...serviceSummary(service),
    inPerson: service.inPerson ?? null,
    fields: service.fields.map(({ id, label, element, required, ask, help, options }) => ({
      id,
      label,
      element,
      required,
      ask,
      help: help ?? null,
      options: (options ?? []).map(({ id: option, label: name }) => ({ id: option, label: name })),
    })),
    declaration: service.declaration,
  }
}
