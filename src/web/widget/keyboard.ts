/**
 * Tells an element how much of the page a screen keyboard covers, as `--keyboard` in pixels, where the browser leaves the page under
 * it. Returns how to stop.
 */
export function watchKeyboard(element: HTMLElement): () => void {
  const view = window.visualViewport
  if (view === null) return () => undefined
  const measure = (): void => {
    // Somebody who zooms in sees a smaller part of the page too.
    const covered = view.scale > 1 ? 0 : Math.max(0, window.innerHeight - view.height - view.offsetTop)
    element.style.setProperty('--keyboard', `${Math.round(covered)}px`)
  }
  view.addEventListener('resize', measure)
  view.addEventListener('scroll', measure)
  return () => {
    view.removeEventListener('resize', measure)
    view.removeEventListener('scroll', measure)
  }
}
