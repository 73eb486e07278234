import type { CaseView } from '../../wire.ts'
import { dayOf, say } from './portal-words.ts'

/** What happened to a case, oldest first, and the day it is due. */
export function caseSteps({ events, dueBy }: CaseView): readonly HTMLElement[] {
  const steps = document.createElement('ol')
  steps.className = 'steps'
  steps.append(...events.map(({ at, text }) => line('li', `${dayOf(at)}　${text}`)))
  return [steps, ...(dueBy === null ? [] : [line('p', say('dueBy', { day: dayOf(dueBy) }))])]
}

/** An element with words in it. */
export function line(tag: string, words: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = words
  return element
}
