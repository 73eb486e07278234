import type { LitElement } from 'lit'

/** Moves the focus to what a selector finds in the element, once it is drawn; nowhere when it finds nothing. */
export function createFocus(element: LitElement): (selector: string) => Promise<void> {
  return async (selector) => {
    await element.updateComplete
    const target = element.renderRoot.querySelector<HTMLElement>(selector)
    if (target === null) return
    target.focus({ preventScroll: true })
    // A card is read from its heading; a control only has to be seen. Then the widget itself comes into view.
    target.scrollIntoView({ block: target.localName === 'h3' ? 'start' : 'nearest' })
    element.scrollIntoView({ block: 'nearest' })
  }
}
