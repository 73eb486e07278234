/** What a payload runs when it comes alive: the page then has a mark it can be found by. */
const CALL = 'hacked()'

const TAGS: readonly string[] = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}>`,
  `<body onload=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<object data="javascript:${CALL}"></object>`,
  `<embed src="javascript:${CALL}">`,
  `<a href="javascript:${CALL}">点我</a>`,
  `<form action="javascript:${CALL}"><button>交</button></form>`,
  `<button formaction="javascript:${CALL}">交</button>`,
  `<input autofocus onfocus=${CALL}>`,
  `<details open ontoggle=${CALL}>`,
  `<video><source onerror=${CALL}></video>`,
  `<audio src=x onerror=${CALL}>`,
  `<marquee onstart=${CALL}>`,
  `<style>@import 'javascript:${CALL}';</style>`,
  `<link rel=stylesheet href="javascript:${CALL}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<base href="javascript:${CALL}//">`,
  `<template><script>${CALL}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
]
const MARKDOWN: readonly string[] = [
  `[点我](javascript:${CALL})`,
  `![图](javascript:${CALL})`,
  `![图](x" onerror="${CALL})`,
  `<javascript:${CALL}>`,
  `[点我]: javascript:${CALL}\n[点我]`,
  `[点我](data:text/html,<script>${CALL}</script>)`,
  `[1](vbscript:${CALL})`,
  `| <img src=x onerror=${CALL}> |\n|---|\n| 1 |`,
  `# <img src=x onerror=${CALL}>`,
  `- <svg onload=${CALL}>`,
  `> <svg onload=${CALL}>`,
  `\`\`\`<img src=x onerror=${CALL}>\n</code></pre><img src=x onerror=${CALL}>`,
  `[ ] <input autofocus onfocus=${CALL}>`,
  `[点我](&#106;avascript:${CALL})`,
  `[点我](java\tscript:${CALL})`,
]
/** Ways out of where a text may stand: an attribute, a text area, a comment, a script, a style, a title, a template. */
const ESCAPES: readonly string[] = ['', '">', "'>", '</textarea>', '-->', '</script>', '</style>', '</title>', '`}']

const crossed = ESCAPES.flatMap((way) => TAGS.map((tag) => `${way}${tag}`))

/** 200 different texts that would run script where text is taken for markup: tags behind ways out, and Markdown. */
export const PAYLOADS: readonly string[] = [...crossed.slice(0, 200 - MARKDOWN.length), ...MARKDOWN]
