/** While it prints, nothing of the page around the widget is drawn. */
const ALONE = '@media print { body *:not(:has(bianban-chat), bianban-chat) { display: none !important } }'

/** Prints the receipt of the widget by itself, whatever page the widget stands on. */
export function printReceipt(element: HTMLElement): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(ALONE)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  element.toggleAttribute('printing', true)
  const restore = (): void => {
    element.toggleAttribute('printing', false)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
  addEventListener('afterprint', restore, { once: true })
  print()
}
