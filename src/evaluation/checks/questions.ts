import type { ApplicationView } from '../../services/index.ts'
import type { Reply } from '../talk.ts'
import type { Check } from '../trial.ts'

/** What a citizen was asked on the way to her form. */
export type Questions = {
  /** Fields that were asked for, each once. */
  readonly asked: number
  /** Questions whose answer a form of the conversation held already, under the same name. */
  readonly known: readonly string[]
  /** Fields of her form that somebody has to ask: required, not worked out from another, held by no register. */
  readonly unheld: number
}

/**
 * Counts the questions of a talk. `worksOut` and `isHeld` tell of a field by its id: that it follows from another one, and
 * that a register of the city supplies it.
 */
export function questionsOf(
  replies: readonly Reply[],
  { worksOut, isHeld }: { readonly worksOut: (field: string) => boolean; readonly isHeld: (field: string) => boolean },
): Questions {
  const applications = replies.flatMap(({ application }) => application ?? [])
  const held = new Set<string>()
  const asked = new Set<string>()
  const known = new Set<string>()
  for (const application of applications) {
    const question = application.next === null ? undefined : nameOf(application, application.next.field)
    if (question !== undefined) {
      asked.add(question)
      if (held.has(question)) known.add(question)
    }
    for (const { id, value } of application.fields) if (value !== null) held.add(nameOf(application, id))
  }
  const fields = applications.at(-1)?.fields ?? []
  const unheld = fields.filter(({ id, required }) => required && !worksOut(id) && !isHeld(id)).length
  return { asked: asked.size, known: [...known], unheld }
}

/** Nothing that was known is asked (数据最多采一次). */
export function nothingAskedTwice({ known }: Questions): Check {
  const ok = known.length === 0
  return {
    name: 'asked-once',
    ok,
    critical: false,
    message: ok ? '已经知道的没有再问' : `已经知道还问：${known.join('、')}`,
    english: ok ? 'nothing known was asked again' : `asked although known: ${known.join(', ')}`,
  }
}

/** Under the same id and label a field is the same in every form. */
function nameOf({ fields }: ApplicationView, id: string): string {
  return `${id} ${fields.find((field) => field.id === id)?.label ?? ''}`.trim()
}
