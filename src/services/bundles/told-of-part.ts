import type { Form } from '../forms/form.ts'

type Part = { readonly id: string; readonly title: string; readonly reason: string | null }

/**
 * The name of a part of a filed bundle, and why it was not filed, as the reader reads them; as they were filed where nothing
 * else is written. `translated`: the form in her language, where that is another than the filed one.
 */
export function toldOfPart(
  { id, title, reason }: Part,
  form: Form | undefined,
  translated: Form | undefined,
): Pick<Part, 'title' | 'reason'> {
  const partIn = (one: Form | undefined) => one?.parts?.find((part) => part.id === id)
  const [filed, read] = [partIn(form), partIn(translated)]
  if (form === undefined || translated === undefined || read === undefined) return { title, reason }
  if (reason === form.words.notApplying) return { title: read.title, reason: translated.words.notApplying }
  if (reason !== null && reason === filed?.note) return { title: read.title, reason: read.note }
  const rule = filed?.form?.eligibility.findIndex(({ rule: { message } }) => message === reason) ?? -1
  return { title: read.title, reason: read.form?.eligibility[rule]?.rule.message ?? reason }
}
