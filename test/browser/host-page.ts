import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a careless or hostile page says of all its elements. */
const HOSTILE_CSS = `
* { all: unset !important; color: red !important; font: 6px serif !important; letter-spacing: 2em !important;
    text-transform: uppercase !important; direction: rtl !important; line-height: 0 !important; visibility: hidden !important;
    text-indent: -99em !important; white-space: nowrap !important; --ink: red !important; --surface: red !important; }
html, body, main, bianban-chat { display: block !important; visibility: visible !important; }
bianban-chat { height: 640px !important; }
.frame, .message, .log, button, p { display: none !important; }
bianban-chat::part(frame) { display: none; }
`

/** A page of another origin that embeds the widget of `server`, under the strictest policy the widget works with. */
export async function startHostPage() {
  let server = ''
  let attributes = ''
  const http = createServer((request, response) => {
    if (request.url === '/hostile.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(HOSTILE_CSS)
      return
    }
    if (request.url !== '/') {
      response.writeHead(404).end()
      return
    }
    const policy = [
      "default-src 'none'",
      `script-src ${server}`,
      `connect-src ${server}`,
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ]
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
    })
    response.end(`<!doctype html><html lang="zh-Hans"><head><title>某局网站</title><link rel="stylesheet" href="/hostile.css"></head>
<body><main><bianban-chat server="${server}" ${attributes}></bianban-chat></main>
<script src="${server}/assets/bianban-chat.js" defer></script></body></html>`)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** Whose widget the page embeds, and with what attributes. */
    embed: (from: string, how = ''): void => {
      server = from
      attributes = how
    },
    close: async (): Promise<void> => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
