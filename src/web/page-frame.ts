import { escapeHtml } from './plain-markdown.ts'

/** What a page of ours is made of: `main` is finished HTML; title and description are plain text. */
export type Page = {
  readonly kind: 'portal' | 'guide' | 'missing'
  readonly title: string
  readonly description: string
  readonly main: string
  /** Finished elements of the head besides the usual. */
  readonly head?: string
}

/** A page as a whole HTML document, with the city's head and foot around it. Reading it needs no script. */
export function renderPage({ kind, title, description, main, head = '' }: Page): string {
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta name="theme-color" content="#07445c">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
${head}</head>
<body class="${kind}">
<a class="skip" href="#${kind === 'portal' ? 'chat' : 'content'}">${kind === 'portal' ? '跳到对话' : '跳到正文'}</a>
<header class="top">
<div class="wide">
<a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="40" height="40"><span>边办<small>厦门政务服务助手</small></span></a>
<nav class="account" aria-label="我的">${kind === 'portal' ? '<a id="to-track" href="#track" hidden>查进度</a><span id="me"><a href="/auth/login">登录</a></span>' : ''}<a class="hotline" href="tel:12345">12345<span> 热线</span></a></nav>
</div>
</header>
${main}
<footer class="bottom">
<div class="wide"><p>边办是示范系统，不代表任何政府部门；事项以办理窗口和主管部门公布的为准。</p><p>拿不准的，请拨打 <a href="tel:12345">12345</a> 政务服务便民热线。</p></div>
</footer>
</body>
</html>
`
}
