import { elements, normalise, withoutPoliteness, type ElementContext, type ElementId } from '../../language/index.ts'

/** A field whose value a model wants to fill. */
export type OriginField = { readonly element: ElementId; readonly context: ElementContext }

/** Elements whose meaning lives in the question asked: only the current message can answer it. */
const BARE = new Set<ElementId>(['yes-no', 'choice'])

/**
 * Whether a value stands in the citizen's own words, after normalisation. A model may pass a value on; it cannot make
 * one up, and nothing that a guide says can become one.
 * @param said the citizen's messages of this conversation, oldest first, the current one last
 */
export function saidByCitizen(value: string, field: OriginField, said: readonly string[]): boolean {
  const element = elements[field.element]
  const checked = element.check(value, field.context)
  const canonical = checked.ok ? checked.value : normalise(value)
  const messages = BARE.has(field.element) ? said.slice(-1) : said
  return messages.some((message) => {
    if (contains(message, value) || contains(message, canonical)) return true
    const answers = new Set([message, withoutPoliteness(message)])
    return [...answers].some((answer) =>
      element.read(answer, { ...field.context, asked: true }).some((reading) => reading.value === canonical),
    )
  })
}

function contains(message: string, value: string): boolean {
  const needle = bare(value)
  return needle.length >= 2 && bare(message).includes(needle)
}

function bare(text: string): string {
  return normalise(text)
    .replaceAll(/[\s\-·]/g, '')
    .toLowerCase()
}
