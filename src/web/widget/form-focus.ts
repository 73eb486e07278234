import { deskOf, type ChatState } from './chat-state.ts'

/** Where the focus goes after an act on a form, as a selector: the refused control, else the next question, else the way to the review. */
export function formFocus(state: ChatState, application: string): string {
  const wrong = Object.keys(deskOf(state, application).wrong)[0]
  const next = wrong ?? state.applications[application]?.next?.field
  const card = `section[aria-labelledby="${application}-form"]`
  const control = `${card} [name="${next ?? ''}"]`
  return next === undefined ? `${card} button.primary` : `${control}:checked, ${control}`
}
