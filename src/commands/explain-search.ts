import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { KEPT_CONTENT, problemReport, readKeptContent, SECTIONS, type Authority } from '../content/index.ts'
import { createLibrary, type FoundGuide, type FoundPassage, type QuestionReading } from '../knowledge/index.ts'

const LIMIT = 5
const FIRST_WORDS = 60

const EVIDENCE: Readonly<Record<keyof FoundGuide['evidence'], string>> = {
  name: '说到名称',
  text: '全文',
  ask: '最像的问法',
  alike: '像别人问过的',
  passage: '最好的一节',
  learnt: '学到的用词',
}
const AUTHORITY: Readonly<Record<Authority, string>> = {
  unconfirmed: '没有公开依据',
  faq: '常见问题',
  notice: '办事规定',
  law: '法律法规',
}
const ORIGIN: Readonly<Record<string, string>> = {
  said: '',
  'known-name': '＝词库里的说法',
  meant: '＝词库的本词',
  added: '＝词库的其他叫法',
}

/**
 * `npm run search -- "…" [--limit N] [--json]`: how the question was read, whether any guide is claimed to answer it, and
 * for every guide and passage found what its score is made of. Answers with 2 when no question was given.
 */
export async function explainSearch({ root, dataDir }: Config, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, limit: { type: 'string', default: String(LIMIT) } },
  })
  const question = positionals.join(' ').trim()
  const limit = Number(values.limit)
  if (question === '' || !Number.isInteger(limit) || limit < 1) {
    process.stderr.write('用法：npm run search -- "一个市民会问的问题" [--limit 5] [--json]\n')
    return 2
  }
  const { content, problems } = readKeptContent(root, join(dataDir, KEPT_CONTENT))
  if (problems.length > 0) process.stderr.write(problemReport(problems))
  await using library = createLibrary({ content, dataDir, log: () => undefined })
  await library.ready
  const reading = library.read(question)
  const { passages, guides, confidence, mode } = await library.search(question, { limit })
  const found = { question, reading, confidence, minConfidence: content.dials.minConfidence, mode, guides, passages }
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...found, guides: guides.slice(0, limit) }, null, 2)}\n`)
    return 0
  }
  const verdict = confidence < content.dials.minConfidence ? '低于门槛，会说“没有查到依据”' : '够得上门槛，会作答'
  process.stdout.write(
    [
      `问题：${question}`,
      ...readingLines(reading),
      `把握 ${confidence.toFixed(2)}（门槛 ${content.dials.minConfidence}）：${verdict}；检索方式 ${mode}`,
      '',
      '指南（把握由这几样合成，每样 0–1）：',
      ...guides.slice(0, limit).map(guideLine),
      '',
      '段落（总分是指南的把握，比本指南最像的一段差多少就少多少）：',
      ...passages.flatMap(passageLines),
      '',
    ].join('\n'),
  )
  return 0
}

function readingLines({ heard, terms, meant, sections }: QuestionReading): string[] {
  const said = terms
    .filter(({ term }) => term.startsWith('w'))
    .map(({ term, weight, origin }) => `${term.slice(1)}${ORIGIN[origin] ?? ''} ${weight.toFixed(2)}`)
  const asked = sections.slice(0, 3).map(({ section, probability }) => `${SECTIONS[section]} ${percent(probability)}`)
  return [
    ...(heard === undefined ? [] : [`错字改作：${heard}`]),
    `读成：${said.join('｜')}`,
    `词库认作：${meant.length === 0 ? '没有' : meant.join('、')}`,
    `问的是：${asked.length === 0 ? '还没有学好' : asked.join('，')}`,
  ]
}

function guideLine({ id, title, confidence, evidence }: FoundGuide, at: number): string {
  const parts = Object.entries(EVIDENCE).map(([part, name]) => {
    // oxlint-disable-next-line no-unsafe-type-assertion -- the keys are the parts
    const value = evidence[part as keyof typeof EVIDENCE]
    return `${name} ${value === undefined ? '—' : value.toFixed(2)}`
  })
  return `${at + 1}. ${confidence.toFixed(2)} ${id}（${title}）　${parts.join('，')}`
}

function passageLines({ id, heading, text, score, parts, fit, authority }: FoundPassage, at: number): string[] {
  const shown = text.replaceAll(/\s+/g, ' ').slice(0, FIRST_WORDS)
  return [
    `${at + 1}. ${score.toFixed(3)} ${id}　字面 ${parts.lexical.toFixed(2)}，语义 ${parts.vector.toFixed(2)}，在本指南里 ${fit.toFixed(2)}，小节 听出 ${parts.heard.toFixed(2)} 学到 ${parts.learnt.toFixed(2)} 标题所问 ${parts.related.toFixed(2)}，依据 ${AUTHORITY[authority]} ${parts.authority.toFixed(2)}`,
    `   ${heading}：${shown}${text.length > FIRST_WORDS ? '…' : ''}`,
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
