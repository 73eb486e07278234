import type { ExportedConversation } from '../wire.ts'
import { escapeHtml } from './plain-markdown.ts'

const WHO: Readonly<Record<string, string>> = { user: '您', assistant: '边办（AI 生成）' }

/** What is kept, as a page to read and to print: what was said, and every case with what happened to it. No script. */
export function renderExportPage({ id, messages, cases }: ExportedConversation): string {
  const said = messages.map(({ role, parts }) => {
    const text = parts
      .flatMap((part) => (part.type === 'text' ? [typeof part.text === 'string' ? part.text : ''] : []))
      .join('\n')
    return `<dt>${WHO[role] ?? ''}</dt>\n<dd>${escapeHtml(text).replaceAll('\n', '<br>')}</dd>`
  })
  const filed = cases.map(
    ({ title, receiptNumber, submittedAt, events }) => `<section>
<h3>${escapeHtml(title)}（${escapeHtml(receiptNumber)}）</h3>
<p>提交于 ${escapeHtml(submittedAt.slice(0, 10))}</p>
<ol>
${events.map(({ at, text }) => `<li>${escapeHtml(at.slice(0, 10))} ${escapeHtml(text)}</li>`).join('\n')}
</ol>
</section>`,
  )
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>边办保存的内容</title>
</head>
<body>
<main>
<h1>边办保存的内容</h1>
<p>对话编号 ${escapeHtml(id)}。身份证号、手机号、银行卡号已遮掩；删除对话后，这些内容随之删除，已提交的办件由受理部门保存。</p>
<h2>办件</h2>
${filed.length === 0 ? '<p>没有提交过办件。</p>' : filed.join('\n')}
<h2>对话</h2>
<dl>
${said.join('\n')}
</dl>
</main>
</body>
</html>
`
}
