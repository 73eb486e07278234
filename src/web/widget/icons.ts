import { html, type TemplateResult } from 'lit'

/** A line drawing beside or instead of words that say the same: hidden from screen readers. */
const icon = (path: string, kind = ''): TemplateResult =>
  html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`

const THUMB = 'M7 11l4-8c1.7 0 2.5 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.200 7A2 2 0 0 1 17.8 20H7zM7 11H3v9h4'

export const thumbUp = icon(THUMB)
export const thumbDown = icon(THUMB, 'turned')
export const microphone = icon(
  'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3M8 21h8',
)
/** The mark of the house: a tick in a speech bubble. */
export const markIcon = icon('M4 4h16v12H12l-5 4v-4H4zM8 10l3 3 5-6', 'mark')
