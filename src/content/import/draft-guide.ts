import { SECTIONS } from '../guide.ts'
import type { GuideHead, Limit, SectionSlug } from '../guide.ts'
import { lawName } from '../laws/article-texts.ts'
import { COLUMN_WORDS } from './columns.ts'
import type { Column } from './columns.ts'
import { readFees } from './draft-fees.ts'
import { readLimit } from './draft-limit.ts'
import { createDraftText } from './draft-text.ts'
import type { Cell, GatheredItem } from './gather-items.ts'
import type { ImportNote } from './import-note.ts'

/** A guide made of one item, before it is written. */
export type DraftGuide = {
  readonly head: GuideHead
  readonly body: Readonly<Record<SectionSlug, string>>
  readonly notes: readonly ImportNote[]
}

/** Columns whose absence staff should hear of. */
const WANTED: readonly Column[] = ['code', 'itemType', 'authority', 'conditions', 'materials', 'place', 'basis']

/** Makes a draft of an item. What is missing is said in the text in plain words, and in the notes. */
export function draftGuide(
  item: GatheredItem,
  {
    id,
    topic,
    source,
    today,
  }: { readonly id: string; readonly topic: string; readonly source: string; readonly today: string },
): DraftGuide {
  const notes: ImportNote[] = []
  const draft = createDraftText(source)
  const cellsOf = (column: Column): readonly Cell[] => item.cells.get(column) ?? []
  const note = (column: Column, message: string): void => {
    const cell = cellsOf(column)[0]
    const at = { sheet: item.sheet, row: cell?.row ?? item.row, column: cell?.heading ?? COLUMN_WORDS[column] }
    notes.push({ ...at, message })
  }
  const text = (column: Column): string =>
    cellsOf(column)
      .map((cell) => cell.text)
      .join('\n')
  const prose = (column: Column): string => {
    const written = text(column)
    if (written === '') return ''
    const put = draft.write(written, COLUMN_WORDS[column])
    for (const message of draft.leftOut()) note(column, message)
    return put
  }
  const limit = (column: 'legalLimit' | 'promisedLimit'): { limit?: Limit; atOnce: boolean } => {
    const cell = cellsOf(column)[0]
    if (cell === undefined) return { atOnce: false }
    const reading = readLimit(cell)
    if (reading.kind === 'unclear')
      note(column, `看不出是几天（“${cell.text.slice(0, 20)}”），没有录入；要写明工作日还是自然日`)
    if (reading.kind !== 'limit') return { atOnce: reading.kind === 'at-once' }
    return { limit: { value: reading.value, unit: reading.unit, mark: 'source', source }, atOnce: false }
  }

  const title = plainTitle(text('name'))
  const [legal, promised] = [limit('legalLimit'), limit('promisedLimit')]
  if (
    legal.limit !== undefined &&
    promised.limit?.unit === legal.limit.unit &&
    promised.limit.value > legal.limit.value
  )
    note('promisedLimit', '承诺时限比法定时限还长')
  const { fees, notes: feeNotes } = readFees(
    { charged: text('charged'), fee: text('fee'), basis: text('feeBasis') },
    source,
  )
  for (const message of feeNotes) note(text('fee') === '' ? 'charged' : 'fee', message)
  for (const column of WANTED) if (text(column) === '') note(column, `没有${COLUMN_WORDS[column]}`)
  for (const column of ['phone', 'complaints'] as const) draft.write(text(column), column)
  if (draft.leftOut().length > 0) note('phone', '咨询、监督电话没有录入，草稿里写的是12345')

  const handling = handlingOf(text('handling'), promised.atOnce)
  if (handling === undefined) note('handling', '看不出是即办件还是承诺件，先按承诺件写')
  const audience = audienceOf(text('audience'))
  if (audience.length === 0) note('audience', '看不出服务对象，先按个人写')
  const visits = /\d+/.exec(text('visits').normalize('NFKC'))?.[0]
  const basis = legalBasisOf(text('basis'))
  const shown = fees.filter(({ mark }) => mark !== 'unverified')
  const materials = materialLines(item)
  const place = prose('place')
  const hours = prose('hours')

  const spoken = draft.write(title, COLUMN_WORDS.name)
  const body: Record<SectionSlug, string> = {
    who: prose('conditions') || `谁能办${spoken}没有写在清单里，以受理窗口公布为准。`,
    materials:
      materials.length === 0
        ? `办${spoken}要带什么没有写在清单里，以受理窗口公布为准。`
        : `办${spoken}要带：\n\n${materials.map((line) => `- ${draft.write(line, COLUMN_WORDS.materials)}`).join('\n')}`,
    how: prose('process') || `${spoken}怎么办没有写在清单里，以受理窗口公布为准。`,
    time: timeText(spoken, legal.limit, promised.limit, promised.atOnce || handling === 'immediate'),
    fees: feeText(
      spoken,
      shown.map((fee) => ({ id: fee.id, when: draft.write(fee.when, '收费情形') })),
      shown[0]?.amount === 0,
    ),
    where:
      [place === '' ? '' : `${spoken}在这里办：${place}`, hours === '' ? '' : `办理时间：${hours}`]
        .filter(Boolean)
        .join('\n') || `${spoken}在哪办没有写在清单里，请拨打12345查询。`,
    faq: `### ${spoken}去哪里问\n关于${spoken}，可以拨打12345咨询。`,
    basis:
      basis.length === 0
        ? `${spoken}的依据没有写在清单里。`
        : `${spoken}依据${basis.map(({ law }) => `《${law}》`).join('、')}。`,
  }
  for (const message of draft.leftOut()) note('materials', message)
  const head: GuideHead = {
    id,
    title,
    titleEn: '',
    aliases: [],
    asks: ['谁可以办', '要带什么', '多久能办好', '要多少钱', '去哪里办'].map((ask) => `${title}${ask}`),
    topic,
    audience: audience.length === 0 ? ['person'] : audience,
    authority: oneLine(text('authority')),
    itemType: oneLine(text('itemType')),
    handling: handling ?? 'promised',
    ...(legal.limit === undefined ? {} : { legalLimit: legal.limit }),
    ...(promised.limit === undefined ? {} : { promisedLimit: promised.limit }),
    ...(visits === undefined ? {} : { visits: Number(visits) }),
    channels: channelsOf(text('online')),
    fees: [...fees],
    nationwide: false,
    legalBasis: basis,
    source: { publisher: oneLine(text('authority')) || source, checked: today },
    facts: [...draft.facts()],
    english: {},
  }
  return { head, body, notes }
}

/** Whole texts of the sections under their headings. */
export function draftBody(body: DraftGuide['body']): string {
  return Object.entries(SECTIONS)
    .map(([slug, heading]) => `## ${heading}\n\n${body[slug as SectionSlug]}\n`)
    .join('\n')
}

function materialLines({ cells }: GatheredItem): string[] {
  const copies = new Map((cells.get('copies') ?? []).map(({ row, text }) => [row, text]))
  return (cells.get('materials') ?? []).flatMap(({ row, text }) => {
    const lines = text
      .split(/\n|；|;|(?=(?<!\d)\d{1,2}[.、．](?!\d))/)
      .map((line) => line.replace(/^\s*\d{1,2}[.、．)）]\s*/, '').trim())
    const count = copies.get(row)
    const plain = lines.filter((line) => line !== '')
    if (plain.length !== 1 || count === undefined) return plain
    return [`${plain[0]}（${/^\d+$/.test(count) ? `${count}份` : count}）`]
  })
}

function timeText(title: string, legal: Limit | undefined, promised: Limit | undefined, atOnce: boolean): string {
  const lines = [
    ...(legal === undefined ? [] : [`${title}的法定时限是{{legal-limit}}。`]),
    ...(promised === undefined ? [] : [`${title}承诺{{promised-limit}}内办好。`]),
    ...(atOnce && promised === undefined ? [`材料齐全的，${title}当场办。`] : []),
  ]
  return lines.length === 0 ? `${title}多久办好没有写在清单里，以受理窗口公布为准。` : lines.join('\n')
}

function feeText(title: string, fees: readonly { id: string; when: string }[], free: boolean): string {
  if (free) return `办${title}免费。`
  if (fees.length === 0) return `${title}收不收费、收多少，以受理窗口公布为准。`
  return fees.map(({ id, when }) => `- ${when}：{{${id}}}`).join('\n')
}

function handlingOf(written: string, atOnce: boolean): GuideHead['handling'] | undefined {
  if (/即办|即时/.test(written)) return 'immediate'
  if (/承诺|上报|联办/.test(written)) return 'promised'
  return atOnce ? 'immediate' : undefined
}

function audienceOf(written: string): GuideHead['audience'] {
  const person = /自然人|个人|公民|居民/.test(written) ? (['person'] as const) : []
  const company = /法人|企业|单位|组织/.test(written) ? (['company'] as const) : []
  return [...person, ...company]
}

function channelsOf(online: string): GuideHead['channels'] {
  const channels: GuideHead['channels'] = [{ kind: 'window', name: '受理窗口', mark: 'unverified' }]
  if (/全程|网上|在线|[ⅢⅣ四三]级|是/.test(online) && !/不支持|^否/.test(online))
    channels.push({ kind: 'online', name: '网上办理', mark: 'unverified' })
  return [...channels, { kind: 'phone', name: '厦门12345', mark: 'source' }]
}

/** Laws a text names, each once. Nobody has read the articles yet: the mark says so, and no citizen is shown them. */
function legalBasisOf(written: string): GuideHead['legalBasis'] {
  const found = [...written.matchAll(/《([^《》]+)》\s*(第[一二三四五六七八九十百千零]+条)?/g)].map(
    ([, law = '', article]) => ({
      law: lawName(law),
      ...(article === undefined ? {} : { article }),
      mark: 'law-m' as const,
    }),
  )
  return found.filter(({ law }, index) => found.findIndex((other) => other.law === law) === index)
}

function plainTitle(name: string): string {
  return oneLine(name).replace(/[<>{}|`*_#]/g, '')
}

function oneLine(text: string): string {
  return text.split('\n').join(' ').trim()
}
