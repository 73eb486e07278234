import { FARTHER_PLACES, FUJIAN_COUNTIES } from './farther-places.ts'
import { COUNTIES_AROUND, FUJIAN_CITIES, OTHER_PLACES } from './other-places.ts'
import { XIAMEN_PLACES } from './xiamen-places.ts'

/** Streets called without 街道, except names that other towns have too. */
const STREETS = Object.values(XIAMEN_PLACES)
  .flat()
  .map((street) =>
    /^(?:中华|开元|滨海|大同|金山|新民|新美|美林|香山|祥和|金海|莲花)/.test(street)
      ? street
      : street.replace(/(?:街道|镇)$/, ''),
  )
const XIAMEN = [
  '厦门',
  '\\bxiamen\\b',
  '厦大',
  '集大',
  '岛内',
  '本地',
  '本市',
  '这里',
  '这边',
  '当地',
  ...Object.keys(XIAMEN_PLACES).map((district) => district.replace(/区$/, '')),
  ...STREETS,
].join('|')
const FUJIAN = `福建|\\bfujian\\b|本省|省内|${FUJIAN_CITIES}|${COUNTIES_AROUND}|${FUJIAN_COUNTIES}|${XIAMEN}`
/** The other provinces as they are written in pinyin. Fujian's own are told apart by its cities. */
const PROVINCES_IN_ENGLISH =
  '\\b(?:anhui|beijing|chongqing|gansu|guangdong|guangxi|guizhou|hainan|hebei|heilongjiang|henan|hubei|hunan|inner mongolia|jiangsu|jiangxi|jilin|liaoning|ningxia|qinghai|shaanxi|shandong|shanghai|shanxi|sichuan|tianjin|tibet|xinjiang|yunnan|zhejiang|another (?:city|province)|elsewhere)\\b'
const AWAY = '外地|外省|外市|省外|老家|乡下|别的(?:城市|地方)|国外'
const AWAY_FROM_FUJIAN = '外省|省外|国外'

const PLACE_SUFFIX = '(?:省|市|区|县|街道|镇|那边|这边|那里|本地)?'
const LITTLE = /[在是落到的了啊呀吧呢本地人都就一直还也他她我您俩们上面现目前户口籍]|集体|自己|本人|孩子|小孩|老人|娃/g
/** What carries no meaning beside a place named in English. */
const LITTLE_IN_ENGLISH =
  /\b(?:i|i['’]?m|am|we|my|it|it['’]?s|is|in|at|from|still|no|not|of|the|province|city|here|hometown|isn['’]?t)\b/giu
const HOUSEHOLD = /户[口籍头]|集体户|\b(?:household|hukou)\b/iu
const ASKS_IN_PLACE = /在(?:厦门|福建)|\bin (?:xiamen|fujian)\b/iu
/** How one says where a household is registered without the word: 落在集美, 跟我落户江西. */
const REGISTERED = /户[口籍头]|集体户|落(?=在|户|到)|落户|迁(?=[到来入出走回])|\b(?:hukou|household|huji)\b/iu

/** 那房, 这套, 房子: what the question is about. */
const PROPERTY = /^(?:那|这)?(?:个|套|间|栋|边)?(?:房子?|屋子?|店面|厝)|^(?:那|这)(?:套|间|栋)/u

const ORIGIN = new RegExp(`老家(?:是|在)?(?:${OTHER_PLACES}|${COUNTIES_AROUND}|\\p{Script=Han}{2}[省市县])`, 'u')

/** 还在安溪没迁: still where it was. */
const NOT_MOVED = /(?:没有?|未)(?:再|去|往外)?[迁转落移动]/

/** 不在厦门, 不是本地的: the place asked for and nothing else, denied. A district of it denied leaves the others. */
const NOT_IN_XIAMEN = /[不没](?:在|是)(?:厦门|本[市地]|这[里边]|当地)/u
const NOT_IN_FUJIAN = /[不没](?:在|是)(?:福建|本省|省内)/u

type Side = 'here' | 'away'

/** Whether a question can be answered by naming a place, and by a statement about it only where that names one. */
export function asksForPlace(ask: string): boolean {
  return ASKS_IN_PLACE.test(ask) && HOUSEHOLD.test(ask)
}

/** 嫁到永春后迁走了: it is there now. */
const MOVED_TO = /[嫁迁搬转](?:到|去|往|回)/

/** She was registered there once: 毕业又迁走了. */
export const LEFT = /迁出|迁走|迁回|搬出|离开|转走|转出/

/**
 * The answer to 您的户口在厦门吗 by the place that is named. The clause has to be about what was asked, or name nothing
 * but the place: an address or a place of work says nothing of a household.
 */
export function aboutPlace(words: string, ask: string): boolean | undefined {
  if (!ASKS_IN_PLACE.test(ask)) return undefined
  const province = /在福建|in fujian/iu.test(ask)
  const household = HOUSEHOLD.test(ask)
  const insured = /医保|社保|养老|参保|[交缴买上]的?(?:是|在)/
  const property = /房子在/.test(ask)
  if (!household && !property && !insured.test(ask)) return undefined
  // 老家三明的 tells where she comes from, and many from there have moved their household.
  if (household && !REGISTERED.test(words) && ORIGIN.test(words)) return undefined
  const inside = province ? FUJIAN : XIAMEN
  const outside = `${province ? AWAY_FROM_FUJIAN : AWAY}|${OTHER_PLACES}|${COUNTIES_AROUND}|${FARTHER_PLACES}|${PROVINCES_IN_ENGLISH}`
  const here = new RegExp(`(?:${inside})${PLACE_SUFFIX}`, 'gi')
  const away = new RegExp(`(?!(?:${inside}))(?:${outside})${PLACE_SUFFIX}`, 'gi')
  if (household && NOT_MOVED.test(words)) return away.test(words) ? false : undefined
  const isAbout = (household ? REGISTERED : property ? PROPERTY : insured).test(words)
  const bare = words
    .replaceAll(here, '')
    .replaceAll(away, '')
    .replaceAll(LITTLE, '')
    .replaceAll(LITTLE_IN_ENGLISH, '')
    .replaceAll(/[^\p{Script=Han}\p{Script=Latin}]/gu, '')
  if (!isAbout && /^[不没]$/u.test(bare) && (province ? NOT_IN_FUJIAN : NOT_IN_XIAMEN).test(words)) return false
  if (!isAbout && bare !== '') return undefined
  if (/[没不未]|\bnot\b|n['’]t\b/iu.test(words))
    return (isAbout || bare === '') && words.search(here) >= 0 && /[没不]在|\bnot\b|n['’]t\b/iu.test(words)
      ? false
      : undefined
  const side = sideOf(words, here, away)
  if (side === undefined) return undefined
  const left = LEFT.test(words)
  if (left && side === 'away') return MOVED_TO.test(words) ? false : undefined
  return !left && side === 'here'
}

/** 我户口在江西: said of her own household in so many words. */
const OWN_HOUSEHOLD =
  /^(?:我|本人|我自己|我们?|的|目前|现在|因为|但是?|不过)*(?:户[口籍](?:还|都|目前|现在|一直|没迁)*[在是](?!不是)|my (?:hukou|household)\b)/iu

const OF_HERS = /^您|^is your\b/iu

/** What a clause tells unasked of her own household, where the form asks about hers. */
export function toldOfOwnHousehold(clause: string, ask: string): boolean | undefined {
  return asksForPlace(ask) && OF_HERS.test(ask) && OWN_HOUSEHOLD.test(clause) ? aboutPlace(clause, ask) : undefined
}

/** The side that the words name; of two, the one that comes after 到 or 在. */
function sideOf(words: string, here: RegExp, away: RegExp): Side | undefined {
  const near = Array.from(words.matchAll(here), ({ index }) => index)
  const far = Array.from(words.matchAll(away), ({ index }) => index)
  if (near.length === 0 || far.length === 0) return near.length > 0 ? 'here' : far.length > 0 ? 'away' : undefined
  const moved = /(?:[到在]|\b(?:in|to)\b)\s*(?=\S{2})/giu
  const at = Array.from(words.matchAll(moved)).at(-1)
  if (at === undefined) return undefined
  const next = at.index + at[0].length
  return near.includes(next) ? 'here' : far.includes(next) ? 'away' : undefined
}
