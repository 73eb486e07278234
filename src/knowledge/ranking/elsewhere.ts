import { COUNTIES_AROUND, FARTHER_PLACES, OTHER_PLACES } from '../../language/index.ts'

const PLACE = `(?:${COUNTIES_AROUND}|${OTHER_PLACES}|${FARTHER_PLACES})(?:特区|[省市县区州])?`
/** What is cooked as they do there is sold here: 沙县小吃, 兰州拉面. */
const COOKED = '(?!的?(?:小吃|拉面|牛肉面|米粉|螺蛳粉|火锅|烧烤|烤[肉鸭]|料理|美食|特产|菜(?!场)))'
/** 澳门人 and 香港居民 may live here. */
const PEOPLE = '(?!人(?![民社才事力])|居民|同胞)'
/** 四川达州 is one place. 中山路 and 中山公园 are here. */
const ELSEWHERE = new RegExp(`(?!中山[路公医])${PLACE}(?:${PLACE})*${COOKED}${PEOPLE}`, 'g')
/** A permit to travel to a place is had here. */
const TRAVEL = /签[注住]|加签|通行证|个人游|自由行|\bendorsement/

/** The text with the names of other places brought to one word; none in what asks about a permit to travel there. */
export function withPlacesAs(word: string, text: string): string {
  return TRAVEL.test(text) ? text : text.replaceAll(ELSEWHERE, word)
}
