import { XIAMEN_PLACES } from './xiamen-places.ts'

/** The parts of an address that people call by a name, and how each is changed in `district|street|detail`. */
const PARTS: readonly { readonly called: RegExp; readonly change: (value: string, to: string) => string }[] = [
  { called: /^(?:所在)?(?:行政)?区$/u, change: (value, to) => value.replace(/^[^|]*/u, withKind(to, '区')) },
  {
    called: /^(?:所在|所属)?(?:街道|镇|街道办|镇街)(?:名字?|名称)?$/u,
    change: changeStreet,
  },
  { called: /^(?:路|街|路名|街名|马路)(?:名字?|名称)?$/u, change: changeRoad },
  { called: /^(?:门牌|房号|房间|房|楼号|楼栋|室|户号|单元)(?:号码?|牌号?)?$/u, change: changeNumber },
]

/** Whether people call a part of an address so: 门牌, 街道, 房间号. */
export function isAddressPart(called: string): boolean {
  return PARTS.some((part) => part.called.test(called))
}

/** The address (`district|street|detail`) with one part of it exchanged; undefined where it has no such part. */
export function withAddressPart(value: string, called: string, to: string): string | undefined {
  const changed = PARTS.find((part) => part.called.test(called))?.change(value, to)
  return changed === value ? undefined : changed
}

function withKind(word: string, kind: string): string {
  return word.endsWith(kind) ? word : `${word}${kind}`
}

/** 莲前 is the 莲前街道 of the district. */
function changeStreet(value: string, to: string): string {
  const streets = XIAMEN_PLACES[value.split('|')[0] ?? ''] ?? []
  return value.replace(/\|[^|]*\|/u, `|${streets.find((street) => street.startsWith(to)) ?? to}|`)
}

function changeRoad(value: string, to: string): string {
  return value.replace(/(?<=\|)[^|\d]{1,12}?(?:路|街|大道|巷|里)(?=[^|]*$)/u, to)
}

/** 8号301 with 302 is 8号302, with 9号 it is 9号301; 12号 with 302 is 302号. */
function changeNumber(value: string, to: string): string {
  const kind = /[号栋幢座楼]$|单元$/u.exec(to)?.[0]
  const ofKind = kind === undefined ? undefined : new RegExp(`[\\dA-Za-z]+(?:-\\d+)?${kind}(?!楼)`, 'u')
  if (ofKind?.test(value) === true) return value.replace(ofKind, to)
  return value.replace(/[\dA-Za-z]+(?:-\d+)?(?=[室号]?$)/u, to.replace(/[室号]$/u, ''))
}
