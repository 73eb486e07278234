import { pointToNews } from './case-news.ts'
import type { ChatState } from './chat-state.ts'

const GAP_PX = 12

/** Keeps the newest in view, without pushing the question it answers off the top. */
function followNewest(root: ParentNode): void {
  const log = root.querySelector<HTMLElement>('.log')
  if (log === null) return
  let question = log.lastElementChild
  while (question !== null && !question.matches('.message.user')) question = question.previousElementSibling
  const bottom = log.scrollHeight - log.clientHeight
  log.scrollTop = question instanceof HTMLElement ? Math.min(bottom, question.offsetTop - GAP_PX) : bottom
}

/** Follows a turn as it is answered. What comes while no turn runs is news that nobody asked for, or a card that the focus goes to: her place stays. */
export function followChange(root: ParentNode, before: ChatState | undefined, state: ChatState): void {
  if (before?.messages === state.messages) return
  if (before?.phase === 'idle' && state.phase === 'idle') pointToNews(root, before, state)
  else followNewest(root)
}
