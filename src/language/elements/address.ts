import type { DataElement, ElementCheck, ElementContext, Reading } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { foldCharacters, toSimplified } from '../script.ts'
import { readEnglishAddress } from './english-address.ts'
import { labelBefore, labelsOf } from './labelled.ts'
import { XIAMEN_PLACES } from './xiamen-places.ts'

type Place = { readonly word: string; readonly district: string; readonly street: string }

/** Every way to say a district or a street, longest first: 思明区, 思明, 莲前街道, 莲前. */
const PLACES: readonly Place[] = Object.entries(XIAMEN_PLACES)
  .flatMap(([district, streets]) => [
    { word: district, district, street: '' },
    { word: district.replace(/区$/, ''), district, street: '' },
    ...streets.flatMap((street) => [
      { word: street, district, street },
      ...(shortStreet(street) === undefined ? [] : [{ word: shortStreet(street) ?? street, district, street }]),
    ]),
  ])
  .toSorted((one, other) => other.word.length - one.word.length)

/** Streets are called without 街道 or 镇 too, unless the short name is a district's. */
function shortStreet(street: string): string | undefined {
  const short = street.replace(/(?:街道|镇)$/, '')
  return short === street || `${short}区` in XIAMEN_PLACES || short.length < 2 ? undefined : short
}

const CITY = /(?:福建省?)?\s?(?:厦门市?)?\s?/y
/** 12号，3幢，501: a comma within the house, where a number of building, stair or room follows. */
const WITHIN =
  /[，,、]\s?(?=[\dA-Za-z一二三四五六七八九十]{1,4}(?:号楼|[栋幢座楼梯层室]|单元))|(?<=[栋幢座楼]|单元)[，,、]\s?(?=\d{3,4}(?=$|[，,。；;\s]))/uy
/** What ends an address: punctuation, or the words of another statement. */
const END =
  /[，,。；;！!？?~～…\n"”」』（(]|\s(?![\dA-Za-z#]|.{0,6}[号室栋楼])|(?:而|并)?不(?:是|在|住)|的?(?:手机|电话|联系|身份证|姓名|我叫|租房?|买|住了|住到|有房|居住|这边|那边|附近|上班|工作|办)|(?:可以|能|要|想|怎么|是不是)|[我他她]\p{Script=Han}{0,4}家(?:里)?(?![\p{Script=Han}\d])|[吗呢]/u
const TAIL = /(?:[的吧啊呀哦喔了呢哈里这那]|谢谢)+$/u
const DETAIL = /[路街巷里道弄村社号园苑区厦楼栋城庭居庄座组室湾郡墅府寓塘厝坑埔浦洋头\d]/u
const NO_PLACE = '请写明在厦门市的哪个区，例如“思明区莲前街道洪莲中路12号”。'
const NO_DETAIL = '还需要具体地址，写到门牌号，例如“洪莲中路12号301室”。'

/** 住址 in Xiamen, canonical `district|street|detail` (street may be empty): the district is worked out from the street where only that is said. */
export const address: DataElement = {
  id: 'address',
  label: '住址',
  secret: false,
  read: readAddresses,
  check: checkAddress,
  show: (value) => value.replaceAll('|', ''),
}

function checkAddress(value: string): ElementCheck {
  const parts = value.split('|')
  if (parts.length === 3) {
    const [district = '', street = '', detail = ''] = parts.map((part) => normalise(part))
    const streets = XIAMEN_PLACES[district]
    if (streets === undefined) return { ok: false, problem: NO_PLACE }
    if (street !== '' && !streets.includes(street)) return { ok: false, problem: `${district}没有这个街道，请核对。` }
    return detail.length < 2
      ? { ok: false, problem: NO_DETAIL }
      : { ok: true, value: `${district}|${street}|${detail}` }
  }
  const text = normalise(value)
  const english = readEnglishAddress(text)
  if (english !== undefined) return { ok: true, value: english.value }
  const parsed = parseAt(text, foldCharacters(text), 0)
  if (parsed === undefined) return { ok: false, problem: NO_PLACE }
  return parsed.detail.length < 2 ? { ok: false, problem: NO_DETAIL } : { ok: true, value: canonical(parsed) }
}

type Parsed = {
  readonly district: string
  readonly street: string
  readonly detail: string
  readonly end: number
  readonly exact: boolean
}

function canonical({ district, street, detail }: Parsed): string {
  return `${district}|${street}|${detail}`
}

/** The address that starts exactly at `start`: place names, then the detail up to the end of the statement. */
function parseAt(text: string, folded: string, start: number): Parsed | undefined {
  CITY.lastIndex = start
  CITY.test(folded)
  const first = placeAt(folded, CITY.lastIndex)
  if (first === undefined) return undefined
  let at = skipGap(folded, endOfStreet(folded, CITY.lastIndex, first))
  let street = first.street
  let exact = first.word.endsWith('区')
  if (street === '') {
    const second = streetAt(folded, at, first.district)
    if (second !== undefined) {
      street = second.street
      at = skipGap(folded, endOfStreet(folded, at, second))
      exact = true
    }
  }
  const words = statedAt(folded, at)
  const written = text.slice(at, at + words.length).replaceAll(new RegExp(WITHIN.source, 'gu'), '')
  const detail = corrected(toSimplified(normalise(written)), folded.slice(at + words.length))
  return { district: first.district, street, detail, end: words === '' ? at : at + words.length, exact }
}

/** The words from here to the end of the address. */
function statedAt(folded: string, at: number): string {
  const rest = folded.slice(at, at + 80)
  const stop = END.exec(rest)
  const words = (stop === null ? rest : rest.slice(0, stop.index)).replace(TAIL, '').trimEnd()
  WITHIN.lastIndex = at + words.length
  const comma = /\d/.test(words) ? WITHIN.exec(folded)?.[0] : undefined
  return comma === undefined ? words : `${words}${comma}${statedAt(folded, at + words.length + comma.length)}`
}

const NUMBER = '[\\dA-Za-z-]+'
const UNIT = '号楼|号|栋|幢|座|单元|楼|室'
/** 8号，不是，是18号: a number that takes the place of the one just said. */
const CORRECTS = new RegExp(
  `^[，,。\\s]*(?:不是|不对|[说写打记看]?错了?)[，,。\\s]*(?:应该)?(?:是|为)?\\s?(?<number>${NUMBER})(?<unit>${UNIT})`,
  'u',
)

/** The detail with the number that the words after it put right. */
function corrected(detail: string, after: string): string {
  const { number, unit } = CORRECTS.exec(after)?.groups ?? {}
  if (number === undefined || unit === undefined) return detail
  return detail.replace(new RegExp(`${NUMBER}(?=${unit}(?!.*\\d${unit}))`, 'u'), number)
}

function placeAt(folded: string, at: number): Place | undefined {
  return PLACES.find((place) => isNamed(place, folded, at))
}

function streetAt(folded: string, at: number, district: string): Place | undefined {
  return PLACES.find((place) => place.street !== '' && place.district === district && isNamed(place, folded, at))
}

const OF_A_ROAD = /^[东西南北中一二三四五]?(?:路|街|里|大道|社区|村|巷|广场|花园|公寓|小区|大厦)/

/** Whether the place is named here: by its short name only where no road of that name is meant (莲前西路, 灌口大道). */
function isNamed({ word, street, district }: Place, folded: string, at: number): boolean {
  if (!folded.startsWith(word, at)) return false
  // 美溪道湖里工业园: no district is named in the middle of a road.
  if (word !== street && word !== district && /[路道街巷]/.test(folded.charAt(at - 1))) return false
  return word === street || word === district || !OF_A_ROAD.test(folded.slice(at + word.length))
}

/** Towns that have become streets keep being called 镇: 新店镇 is 新店街道. */
function endOfStreet(folded: string, at: number, place: Place): number {
  const end = at + place.word.length
  if (place.street === '' || place.word === place.street) return end
  return folded.startsWith('镇', end) ? end + 1 : end
}

const GAP =
  /\s?(?:[，,、]\s?(?=[\p{Script=Han}A-Za-z\d]{1,20}?(?:路|街|巷|里|弄|道|村|社|社区|小区|花园|新村|公寓|大厦|苑|厝|号)[\p{Script=Han}A-Za-z\d-]{0,12}\d))?/uy

/** A space between the parts of an address, or a comma where a road or a house with its number follows. */
function skipGap(folded: string, at: number): number {
  GAP.lastIndex = at
  GAP.test(folded)
  return Math.max(at, GAP.lastIndex)
}

function readAddresses(text: string, context: ElementContext): Reading[] {
  const folded = foldCharacters(text)
  const labels = labelsOf('address', context)
  const readings: Reading[] = []
  for (let at = 0; at < folded.length; at += 1) {
    if (!mayStart(folded, at) || DENIED.test(folded.slice(Math.max(0, at - 8), at))) continue
    const parsed = parseAt(text, folded, at)
    if (parsed === undefined) continue
    const offered = context.asked === true || labelBefore(folded, at, labels) !== undefined
    const turned = parsed.detail === '' ? detailBefore(text, folded, at) : undefined
    if (turned !== undefined) {
      const { start, detail } = turned
      const value = canonical({ ...parsed, detail })
      readings.push({ value, text: text.slice(start, parsed.end), start, end: parsed.end, confidence: 0.9 })
      continue
    }
    const reading = judge(text, at, parsed, offered, context.asked === true)
    if (reading !== undefined) readings.push(reading)
    at = Math.max(at, parsed.end - 1)
  }
  const english = readings.length === 0 ? readEnglishAddress(text) : undefined
  if (english !== undefined) return [english]
  if (readings.length === 0 && context.asked === true) return readWithoutDistrict(text, folded)
  return readings
}

/** 不是思明区 says where it is not. */
const DENIED = /(?:不是|不在|不住|并非)(?:在|住|住在)?(?:福建省?)?(?:厦门市?)?\s?$/u

/** The road and number that stand before the place: 杏东路12号，集美区杏林街道. */
function detailBefore(text: string, folded: string, at: number): { start: number; detail: string } | undefined {
  const before = folded.slice(Math.max(0, at - 40), at)
  const found =
    /(?:^|[，,。；;！!？?\s])(?:\p{Script=Han}{0,6}?(?:是|在|到|成|为))?([\p{Script=Han}A-Za-z\d-]{1,16}?(?:路|街|巷|里|大道|弄|村|社|小区|花园|新村|公寓|大厦|苑)[\p{Script=Han}A-Za-z\d-]{0,12}\d[\p{Script=Han}A-Za-z\d-]{0,8})[，,\s]+$/du.exec(
      before,
    )
  const [start, end] = found?.indices?.[1] ?? []
  if (start === undefined || end === undefined) return undefined
  const offset = at - before.length
  return { start: offset + start, detail: toSimplified(normalise(text.slice(offset + start, offset + end))) }
}

const FIRST_CHARACTERS = new Set(['福', '厦', ...PLACES.map(({ word }) => word.charAt(0))])

function mayStart(folded: string, at: number): boolean {
  return FIRST_CHARACTERS.has(folded.charAt(at))
}

function judge(text: string, start: number, parsed: Parsed, offered: boolean, asked: boolean): Reading | undefined {
  const words = text.slice(start, parsed.end)
  const at = { text: words, start, end: parsed.end }
  const complete = parsed.detail.length >= 2 && DETAIL.test(parsed.detail)
  if (complete && /\d|号/.test(parsed.detail))
    return { value: canonical(parsed), ...at, confidence: offered || parsed.exact ? 1 : 0.8 }
  if (complete)
    return offered || parsed.exact ? { value: canonical(parsed), ...at, confidence: offered ? 0.9 : 0.6 } : undefined
  if (!offered || (!asked && parsed.detail === '')) return undefined
  if (parsed.detail.length >= 2 && parsed.exact) return { value: canonical(parsed), ...at, confidence: 0.6 }
  return { value: words, ...at, confidence: 0.7, problem: NO_DETAIL }
}

/** A bare answer that names a road or a house but no district. */
function readWithoutDistrict(text: string, folded: string): Reading[] {
  const found =
    /[\p{Script=Han}\dA-Za-z]{1,20}(?:路|街|巷|里|大道|弄|村|社|小区|花园|新村|公寓|大厦|苑)[\p{Script=Han}\dA-Za-z-]{0,24}(?:号|室|栋|楼|座|单元)/u.exec(
      folded,
    )
  if (found === null) return []
  const end = found.index + found[0].length
  return [
    {
      value: found[0],
      text: text.slice(found.index, end),
      start: found.index,
      end,
      confidence: 0.7,
      problem: NO_PLACE,
    },
  ]
}
