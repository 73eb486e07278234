const GAP_PX = 12

/** Keeps the newest in view, without pushing the question it answers off the top. */
export function followNewest(root: ParentNode): void {
  const log = root.querySelector<HTMLElement>('.log')
  const question = [...root.querySelectorAll<HTMLElement>('.message.user')].at(-1)
  if (log === null) return
  const bottom = log.scrollHeight - log.clientHeight
  log.scrollTop = question === undefined ? bottom : Math.min(bottom, question.offsetTop - GAP_PX)
}
