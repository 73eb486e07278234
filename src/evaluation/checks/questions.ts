import { closesTheWay, type ApplicationView } from '../../services/index.ts'
import type { Reply } from '../citizens/talk.ts'
import type { Check } from '../trial.ts'

/** What a citizen was asked on the way to her form. */
export type Questions = {
  /** Fields that were asked for, each once. */
  readonly asked: number
  /** Questions whose answer a form of the conversation held already under the same name, or somebody who had been asked. */
  readonly known: readonly string[]
  /** Fields of her form that she has to be asked for: required, not worked out from another, held by nobody. */
  readonly unheld: number
}

/**
 * Counts the questions of a talk. `worksOut` and `isHeld` tell of a field by its id: that it follows from another one, and
 * that the city or an earlier case holds it; `isOffered` that it was hers to allow, so that asking for it is a fault.
 */
export function questionsOf(
  replies: readonly Reply[],
  {
    worksOut,
    isHeld,
    isOffered = () => false,
  }: {
    readonly worksOut: (field: string) => boolean
    readonly isHeld: (field: string) => boolean
    readonly isOffered?: (field: string) => boolean
  },
): Questions {
  const held = new Set<string>()
  const asked = new Set<string>()
  const known = new Set<string>()
  let last: ApplicationView | undefined
  for (const { application, consent } of replies) {
    if (application === undefined) continue
    last = application
    // While she is asked to allow something, nothing else is asked; nor is anything once the way is closed.
    const next = consent === undefined && !application.eligibility.some(closesTheWay) ? application.next : null
    if (next !== null) {
      const question = nameOf(application, next.field)
      asked.add(question)
      if (held.has(question) || isOffered(next.field)) known.add(question)
    }
    for (const { id, value } of application.fields) if (value !== null) held.add(nameOf(application, id))
  }
  const fields = last?.fields ?? []
  const unheld = fields.filter(({ id, required }) => required && !worksOut(id) && !isHeld(id)).length
  return { asked: asked.size, known: [...known], unheld }
}

/** Nothing that was known is asked (数据最多采一次). */
export function nothingAskedTwice({ known }: Questions): Check {
  const ok = known.length === 0
  return {
    name: 'asked-once',
    ok,
    critical: true,
    message: ok ? '已经知道的没有再问' : `已经知道还问：${known.join('、')}`,
    english: ok ? 'nothing known was asked again' : `asked although known: ${known.join(', ')}`,
  }
}

/** Under the same id and label a field is the same in every form. */
function nameOf({ fields }: ApplicationView, id: string): string {
  return `${id} ${fields.find((field) => field.id === id)?.label ?? ''}`.trim()
}
