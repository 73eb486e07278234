const GAP_PX = 12

/** Keeps the newest in view, without pushing the question it answers off the top. */
export function followNewest(root: ParentNode): void {
  const log = root.querySelector<HTMLElement>('.log')
  if (log === null) return
  let question = log.lastElementChild
  while (question !== null && !question.matches('.message.user')) question = question.previousElementSibling
  const bottom = log.scrollHeight - log.clientHeight
  log.scrollTop = question instanceof HTMLElement ? Math.min(bottom, question.offsetTop - GAP_PX) : bottom
}
