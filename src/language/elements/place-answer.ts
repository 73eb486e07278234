import { FARTHER_PLACES } from './farther-places.ts'
import { OTHER_PLACES } from './other-places.ts'

/** Fields that ask for one country or city. */
const PLACES = /国家|国籍|就医地|参保地|转入地|开户银行/

/** 可能去美国，也可能去英国; 上海和杭州都想去: two where one is asked for. */
const SEVERAL_PLACES =
  /(?:可能|也许|或者?|要么|要不)[^，,]{0,10}[，,]?(?:也(?:可能|许|想|要)|或者?|还是|要么|要不)|\p{Script=Han}{2}(?:和|跟|与|、|或|还是)\p{Script=Han}{2,8}?都|\p{Script=Han}{2}(?:或者?|还是)\p{Script=Han}{2}/u
/** 浙江那边的厂里: a place of work in the place that is asked for. */
const WORKPLACE =
  /(?<=\p{Script=Han}{2})(?:那[边邊]|[这這][边邊]|那[里裡])?的(?:厂|廠|公司|单位|單位|工地|店)[里裡子]?$/u

/** 越南人: of what country she is. */
const PEOPLE = /(?<=\p{Script=Han}{2})人$/u

const IS_PLACE = new RegExp(`^(?:${OTHER_PLACES}|${FARTHER_PLACES})[省市]?$`, 'iu')

/** Whether a field asks for one country or city, by its labels. */
export function asksForOnePlace(labels: string): boolean {
  return PLACES.test(labels)
}

/** Whether an answer names two places, so that only the citizen can tell which is meant. */
export function namesSeveralPlaces(said: string): boolean {
  return SEVERAL_PLACES.test(said)
}

/** A place without the people or the works that are in it. */
export function placeIn(words: string): string {
  return words.replace(WORKPLACE, '').replace(PEOPLE, '')
}

/** 回老家: no place that anybody else knows. */
const ONLY_HOME = /^\s*(?:我们?)?(?:要|想|打算|准备)?[回去]?(?:了|到)?(?:我们?)?(?:老家|家乡|家里?)[的了吧呢]*\s*$/u

/** Of several clauses the one that is the name of a place, else the first: 寄到那边的大学，西班牙. */
export function placeClause(said: string): string {
  const clauses = said.split(/[，,。；;]/)
  const named = clauses.find((clause) => IS_PLACE.test(clause.trim()))
  // 东莞，广东东莞: said again, with more.
  const fuller = named && clauses.find((clause) => clause !== named && clause.includes(named.trim()))
  return fuller ?? named ?? clauses.find((clause) => !ONLY_HOME.test(clause)) ?? said
}
