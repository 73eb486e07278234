import type { TrialResult } from '../run.ts'
import { wilson, type Share } from '../statistics/wilson.ts'
import type { Both } from './fact-words.ts'
import { both, guideName, type Shelf } from './html-text.ts'
import { escape } from './junit.ts'
import { kindName } from './words.ts'

const ROW = 26
const LEFT = 300
const WIDTH = 460
const RIGHT = 170

/** Rows that are shown at once; the others are behind a click. */
const MOST_ROWS = 12

type Row = { readonly name: Both; readonly share: Share }

/** Pass rates with their intervals, the worst first: a line from what may be to what may be, and a dot at what was. */
export function charts(suite: string, trials: readonly TrialResult[], shelf: Shelf | undefined): string {
  const counted = trials.filter(({ passed, quarantined }) => passed !== null && !quarantined)
  const kinds = rowsOf(counted, kindOf, kindName)
  const guides = rowsOf(
    counted,
    ({ guide }) => guide,
    (id) => guideName(id, shelf),
  )
  return [
    chart({ zh: '按问题的种类', en: 'By kind of question' }, kinds),
    chart({ zh: '按指南', en: 'By guide' }, guides),
  ].join('')

  function kindOf({ tags }: TrialResult): string | undefined {
    return suite === 'services' ? undefined : tags.at(-1)
  }
}

/** What a trial asks for: the kind of question, the attack, or whether it is a harmless twin. */
export function kindsOf(trials: readonly TrialResult[]): string[] {
  return [...new Set(trials.flatMap(({ suite, tags }) => (suite === 'services' ? [] : (tags.at(-1) ?? []))))].toSorted()
}

function rowsOf(
  trials: readonly TrialResult[],
  by: (trial: TrialResult) => string | undefined,
  name: (id: string) => Both,
): Row[] {
  return [...Map.groupBy(trials, by)]
    .flatMap(([id, own]) =>
      id === undefined
        ? []
        : [{ id, name: name(id), share: wilson(own.filter(({ passed }) => passed).length, own.length) }],
    )
    .toSorted((a, b) => a.share.share - b.share.share || b.share.of - a.share.of || (a.id < b.id ? -1 : 1))
}

function chart(title: Both, rows: readonly Row[]): string {
  if (rows.length < 2) return ''
  const rest = rows.slice(MOST_ROWS)
  const more = { zh: `另外 ${rest.length} 项`, en: `${rest.length} more` }
  return `<figure><figcaption>${both(title)}</figcaption>${svg(rows.slice(0, MOST_ROWS))}${rest.length === 0 ? '' : `<details class="more"><summary>${both(more)}</summary>${svg(rest)}</details>`}</figure>`
}

function svg(rows: readonly Row[]): string {
  const height = rows.length * ROW + 22
  const at = (share: number): string => (LEFT + share * WIDTH).toFixed(1)
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line class="grid" x1="${at(share)}" x2="${at(share)}" y1="0" y2="${height - 18}"/><text class="axis" x="${at(share)}" y="${height - 4}" text-anchor="middle">${share * 100}%</text>`,
  )
  const lines = rows.map(({ name, share }, row) => {
    const y = row * ROW + ROW / 2
    return `<g><title>${escape(`${name.zh}：${words(share)}`)}</title>${label(name, y)}<line class="interval" x1="${at(share.low)}" x2="${at(share.high)}" y1="${y}" y2="${y}"/><circle class="${share.count === share.of ? 'dot' : 'dot miss'}" cx="${at(share.share)}" cy="${y}" r="5"/><text class="count" x="${LEFT + WIDTH + 14}" y="${y + 4}">${share.count}/${share.of} (${percent(share.low)}–${percent(share.high)})</text></g>`
  })
  return `<svg viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img">${grid.join('')}${lines.join('')}</svg>`
}

function label({ zh, en }: Both, y: number): string {
  const one = (text: string, most: number, kind: string): string =>
    `<text class="name ${kind}" x="${LEFT - 12}" y="${y + 5}" text-anchor="end">${escape(text.length > most ? `${text.slice(0, most - 1)}…` : text)}</text>`
  return zh === en ? one(zh, 19, '') : `${one(zh, 19, 'zh')}${one(en, 38, 'en')}`
}

function words({ count, of, low, high }: Share): string {
  return `${of} 条中 ${count} 条通过，真实通过率约 ${percent(low)}–${percent(high)}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
