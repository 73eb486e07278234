import { renderPage } from './page-frame.ts'

/** What a citizen reads at an address that leads nowhere, with the ways on. */
export function renderMissingPage(): string {
  return renderPage({
    kind: 'missing',
    title: '没有这个页面 · 边办',
    description: '这个地址没有页面。',
    main: `<main id="content" class="wide" tabindex="-1">
<h1>没有找到这个页面</h1>
<p>地址可能写错了，或者这份指南已经换了名字。您可以：</p>
<ul>
<li><a href="/">回首页，直接问边办</a></li>
<li><a href="/#services">看全部办事指南</a></li>
<li><a href="tel:12345">拨打 12345 政务服务便民热线</a></li>
</ul>
</main>`,
  })
}
