/**
 * What the citizen typed into a form and has not given yet. A form moves down with the conversation, and its controls are
 * drawn anew: what stood in them must not go.
 */
export type Typed = {
  readonly of: (application: string, field: string) => string | undefined
  readonly set: (application: string, field: string, words: string) => void
  /** Forgets what was given, or all that was typed into an application. */
  readonly forget: (application: string, fields?: readonly string[]) => void
}

export function createTyped(): Typed {
  const kept = new Map<string, Map<string, string>>()
  return {
    of: (application, field) => kept.get(application)?.get(field),
    set: (application, field, words) => {
      const form = kept.get(application) ?? new Map<string, string>()
      kept.set(application, form.set(field, words))
    },
    forget: (application, fields) => {
      if (fields === undefined) kept.delete(application)
      else for (const field of fields) kept.get(application)?.delete(field)
    },
  }
}
