import { AppError } from '../../errors.ts'
import type { ApplicationView } from '../application.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Form } from '../forms/form.ts'
import { standingOf } from './standing.ts'
import type { Application } from '../kept/stored-application.ts'
import { viewDraft } from './view.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/** The form of a service. @throws AppError 'not-found' when it cannot be filled in here any more. */
export function requireForm({ form, words }: Pick<CounterTools, 'form' | 'words'>, service: string): Form {
  const found = form(service)
  if (found === undefined) throw new AppError('not-found', words.refusal.serviceGone)
  return found
}

/** A draft as it stands on a day, in the language of the citizen. @throws as {@link requireForm}. */
export function showDraft(
  tools: Pick<CounterTools, 'form' | 'spoken' | 'words' | 'clock'>,
  draft: Application,
  today = shanghaiDate(tools.clock()),
): ApplicationView {
  const form = tools.spoken(requireForm(tools, draft.service))
  return viewDraft(draft, form, standingOf(form, draft.kept, today, draft.attached), today)
}
