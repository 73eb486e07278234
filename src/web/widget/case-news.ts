import type { ChatState } from './chat-state.ts'
import { PROGRESS } from './restored.ts'

/** The newest progress card, while its end lies below what the log shows. */
function cardBelow(root: ParentNode): HTMLElement | undefined {
  const log = root.querySelector('.log')
  const card = [...root.querySelectorAll<HTMLElement>('.log .progress')].at(-1)
  if (log === null || card === undefined) return undefined
  return card.getBoundingClientRect().bottom > log.getBoundingClientRect().bottom + 1 ? card : undefined
}

/** Points to news of a case that came below what she looks at: her place stays, a button leads there. */
export function pointToNews(root: ParentNode, before: ChatState, state: ChatState): void {
  const card = (of: ChatState) => of.messages.find(({ id }) => id === PROGRESS)
  const log = root.querySelector('.log')
  const button = root.querySelector<HTMLElement>('.news')
  if (card(before) === card(state) || log === null || button === null) return
  const settle = (): void => {
    button.hidden = cardBelow(root) === undefined
    if (button.hidden) log.removeEventListener('scroll', settle)
  }
  log.addEventListener('scroll', settle, { passive: true })
  settle()
}

/** Goes to the news that the button points to. */
export function goToNews({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement
  const root = button.getRootNode() as ShadowRoot
  const log = root.querySelector('.log')
  const card = cardBelow(root)
  button.hidden = true
  if (log === null || card === undefined) return
  card.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
  // The log alone moves: the page around the widget is not ours.
  log.scrollTop += card.getBoundingClientRect().bottom - log.getBoundingClientRect().bottom
}
