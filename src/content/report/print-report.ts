import { problemReport } from '../checks/problem-report.ts'
import { SECTIONS } from '../guide.ts'
import type { SectionSlug } from '../guide.ts'
import type { StaffReport } from './staff-report.ts'

const SLUGS = Object.keys(SECTIONS) as SectionSlug[]

/** Lines of a list before it is cut: whoever wants all of them asks for JSON. */
const SHOWN = 60

/** The report as text for staff: problems first, then what is worth knowing, in plain Chinese. */
export function printReport(report: StaffReport): string {
  const { problems, counts } = report
  const summary = Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
  const first = problems.length === 0 ? `${summary}: no problems\n` : problemReport(problems)
  return [first, ...blocks(report)].join('\n')
}

function blocks(report: StaffReport): string[] {
  const {
    coverage,
    missingEnglish,
    stale,
    staleMonths,
    unproven,
    unsourced,
    strayAsks,
    nearDuplicates,
    askedTwice,
    collisions,
    dead,
    deadPoints,
  } = report
  const unfound = coverage.filter(
    ({ guide, asks }) => strayAsks.filter((stray) => stray.guide === guide).length === asks,
  )
  return [
    coverageTable(report),
    list(
      '缺英文的表单（英文读者在那里看到中文）',
      missingEnglish.map(
        ({ form, texts }) =>
          `${form}：${texts.length}处，${texts.slice(0, 6).join('、')}${texts.length > 6 ? '……' : ''}`,
      ),
    ),
    list(
      `核对已经过期的指南（超过${staleMonths}个月没有核对来源）`,
      stale.map(({ guide, checked, months }) => `${guide}：${checked} 核对，已过${months}个月`),
    ),
    list(
      '等依据的数字（标记 unverified，不会给市民看）',
      [...Map.groupBy(unproven, ({ guide }) => guide)].map(
        ([guide, numbers]) => `${guide}：${numbers.map(({ id, label }) => `${label}（${id}）`).join('、')}`,
      ),
    ),
    list(
      '表单规则里没有出处的数字（指南里没有相同的、核实过的数字）',
      unsourced.map(({ form, rule, when, numbers }) => `${form} 的 ${rule}：${numbers.join('、')}（${when}）`),
    ),
    list(
      '搜不到的指南（自己的每一句问法都找不到它）',
      unfound.map(({ guide, title }) => `${guide}（${title}）`),
    ),
    list(
      '找到别处去的问法（排第一的不是这份指南）',
      strayAsks.map(({ guide, ask, found }) => `${guide}：“${ask}” → ${found ?? '没有找到'}`),
    ),
    list(
      '几乎一样的段落（写在不同的指南里）',
      nearDuplicates.map(
        ({ one, other, likeness, text }) => `${Math.round(likeness * 100)}% ${one} 与 ${other}：${text}…`,
      ),
    ),
    list(
      '一件事里可能问两遍的栏目（同一个人的同一样东西，没有写进 shared）',
      askedTwice.map(({ bundle, one, other, label }) => `${bundle}：${one} 与 ${other}（${label}）`),
    ),
    list(
      '问法指着的地方没有了（指南改过标题或者条目，问法的 answer 要跟着改）',
      deadPoints.map(({ guide, point, asks }) => `${guide}：${point}（${asks}句问法）`),
    ),
    list('同义词撞车', collisions.map(collisionLine)),
    list('没有人用的同义词组（指南和表单里都没有这个词）', dead),
  ]
}

const COLLISIONS: Readonly<Record<StaffReport['collisions'][number]['kind'], string>> = {
  'two-groups': '也是这一组的同义词：',
  'other-word': '本身是另一组的词：',
  'other-guide': '是这份没有提到前一个词的指南的名称：',
}

function collisionLine({ synonym, word, kind, other }: StaffReport['collisions'][number]): string {
  return `“${synonym}”（${word}）${COLLISIONS[kind]}${other}`
}

function coverageTable({ coverage }: StaffReport): string {
  const head = ['指南', ...Object.values(SECTIONS), '问题', '数字', '问法', '没写', '英文', '没译', '表单']
  const rows = coverage.map((row) => [
    row.guide,
    ...SLUGS.map((slug) => String(row.sections[slug] || '缺')),
    String(row.questions),
    String(row.numbers),
    String(row.asks),
    String(row.silent),
    String(row.english.length),
    String(row.untranslated),
    row.form === undefined ? '无' : '有',
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => width(row[column] ?? ''))))
  const lines = [head, ...rows].map((row) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  '),
  )
  return `覆盖：每一节的字数（共${coverage.length}份指南）\n${lines.map((line) => `  ${line.trimEnd()}\n`).join('')}`
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return `${title}：没有\n`
  const more = lines.length > SHOWN ? [`……还有${lines.length - SHOWN}条，用 --json 看全部`] : []
  const shown = [...lines.slice(0, SHOWN), ...more].map((line) => `  ${line}\n`).join('')
  return `${title}：${lines.length}\n${shown}`
}

/** Columns a text takes in a terminal: Chinese characters take two. */
function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}
