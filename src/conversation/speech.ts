import type { Locale, StaffContent } from '../content/index.ts'
import { AppError } from '../errors.ts'

/** Says a fixed text of `prompts/messages.yaml` in one locale, its variables filled in. */
export type Speech = {
  (key: string, variables?: Readonly<Record<string, string>>): string
  /** Several things, or clauses, in one sentence. */
  readonly list: (items: readonly string[]) => string
  readonly clauses: (items: readonly string[]) => string
}

/**
 * Fixed texts in the citizen's locale.
 * @throws AppError 'internal' when a key is missing: a test proves that none of the keys used here is.
 */
export function speechIn(content: Pick<StaffContent, 'messages'>, locale: Locale): Speech {
  const say = (key: string, variables: Readonly<Record<string, string>> = {}): string => {
    const message = content.messages.get(key)
    if (message === undefined) throw new AppError('internal', `messages.yaml has no text "${key}"`)
    return message[locale].replaceAll(/\{\{([\w-]+)\}\}/g, (_, name: string) => variables[name] ?? '').trim()
  }
  return Object.assign(say, {
    list: (items: readonly string[]) => items.join(locale === 'en' ? ', ' : '、'),
    clauses: (items: readonly string[]) => items.join(locale === 'en' ? '; ' : '；'),
  })
}
