import { Marked } from 'marked'
import { keepMaskedNumbers } from './masked-numbers.ts'

/** Text as HTML text or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/**
 * A Markdown renderer for text of ours: raw HTML is shown as typed, images as their description, headings as a bold
 * line. `link` decides what becomes of a link; it gets the finished HTML of the link's text.
 */
export function createMarkdown(link: (href: string, label: string) => string): (text: string) => string {
  const markdown = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      html: ({ text }) => escapeHtml(text),
      image: ({ text }) => escapeHtml(text),
      link({ href, tokens }) {
        return link(href, this.parser.parseInline(tokens))
      },
      heading({ tokens }) {
        return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`
      },
      checkbox: () => '',
    },
  })
  return (text) => markdown.parse(keepMaskedNumbers(text), { async: false })
}
