import { REFERENCE } from './references.ts'

/**
 * A fixed text or prompt with its `{{variables}}` put in.
 * @throws Error when a variable has no value: a hole in a sentence is a fault of ours, never shown.
 */
export function fillTemplate(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(REFERENCE, (_written, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for {{${name}}}`)
    return String(value)
  })
}
