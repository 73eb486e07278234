import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { keepMaskedNumbers } from '../masked-numbers.ts'

const element = (tag: string, ...children: readonly (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag)
  made.append(...children)
  return made
}

const all = (tokens: readonly Token[] = []): readonly (Node | string)[] => tokens.flatMap((token) => nodesOf(token))

function list({ ordered, start, items }: Tokens.List): HTMLElement {
  const made = element(ordered ? 'ol' : 'ul', ...items.map(({ tokens }) => element('li', ...all(tokens))))
  if (ordered && start !== '' && start !== 1) made.setAttribute('start', String(start))
  return made
}

function table({ header, rows }: Tokens.Table): HTMLElement {
  const row = (tag: string, cells: readonly Tokens.TableCell[]): HTMLElement =>
    element('tr', ...cells.map(({ tokens }) => element(tag, ...all(tokens))))
  return element(
    'table',
    element('thead', row('th', header)),
    element('tbody', ...rows.map((cells) => row('td', cells))),
  )
}

/** What a token is drawn as. */
function nodesOf(token: Token): readonly (Node | string)[] {
  // The lexer has no extensions, so that its tokens are marked's own.
  const known = token as MarkedToken
  switch (known.type) {
    case 'paragraph':
      return [element('p', ...all(known.tokens))]
    case 'heading':
      return [element('p', element('strong', ...all(known.tokens)))]
    case 'text':
      return known.tokens === undefined ? [known.text] : all(known.tokens)
    case 'strong':
    case 'em':
    case 'del':
    case 'blockquote':
      return [element(known.type, ...all(known.tokens))]
    case 'link':
      return all(known.tokens)
    case 'codespan':
      return [element('code', known.text)]
    case 'code':
      return [element('pre', element('code', known.text))]
    case 'br':
    case 'hr':
      return [element(known.type)]
    case 'list':
      return [list(known)]
    case 'table':
      return [table(known)]
    case 'html':
      return known.block ? [element('p', known.text)] : [known.text]
    case 'checkbox':
    case 'space':
    case 'def':
      return []
    case 'escape':
    case 'image':
      return [known.text]
    case 'list_item':
      return all(known.tokens)
  }
}

/**
 * Markdown as nodes, built one by one and never from markup: text can only become text. Raw HTML is shown as typed,
 * an image as its description, a link as its words, a heading as a bold line.
 */
export function markdownNodes(text: string): readonly (Node | string)[] {
  return all(lexer(keepMaskedNumbers(text), { gfm: true, breaks: true }))
}
