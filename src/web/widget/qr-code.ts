import { html, nothing, type TemplateResult } from 'lit'
import { until } from 'lit/directives/until.js'

type Drawing = { readonly size: number; readonly path: string }
type Drawer = { readonly qrPath: (text: string) => Drawing }

const drawn = new Map<string, Promise<Drawing | undefined>>()

async function draw(text: string, server: string): Promise<Drawing | undefined> {
  try {
    const { qrPath } = (await import(/* @vite-ignore */ `${server}/assets/qr.js`)) as Drawer
    return qrPath(text)
  } catch {
    // The numbers stand beside it: a receipt without the picture is still whole.
    drawn.delete(text)
    return undefined
  }
}

/** A QR code, drawn once its drawer is loaded; nothing when it cannot be had. */
export function qrCode(text: string, label: string, server: string): TemplateResult {
  const drawing = drawn.get(text) ?? draw(text, server)
  drawn.set(text, drawing)
  const picture = drawing.then((each) =>
    each === undefined
      ? nothing
      : html`<svg class="qr" viewBox="0 0 ${each.size} ${each.size}" role="img" aria-label=${label}>
          <path d=${each.path} />
        </svg>`,
  )
  return html`${until(picture, html`<span class="qr"></span>`)}`
}
