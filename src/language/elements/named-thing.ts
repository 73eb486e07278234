import type { ElementContext } from '../element.ts'
import { FARTHER_PLACES, FUJIAN_COUNTIES } from './farther-places.ts'
import { COUNTIES_AROUND, OTHER_PLACES } from './other-places.ts'
import { surnameLength } from './surnames.ts'
import { XIAMEN_PLACES } from './xiamen-places.ts'

/** What a question wants named. */
export type Wanted = {
  readonly body: boolean
  readonly place: boolean
  readonly person: boolean
  /** The word for it at the beginning of a clause, with nothing between it and the name. */
  readonly noun: RegExp
}

/** Questions for a number, an account or a list, whose answers are no name. */
const OTHERWISE =
  /编号|证号|号码|文号|代号|单号|用途(?!国)|经营|经过|诉求|请求|说明|理由|案情|情况|诊断|伤情|想了解|行业|随迁|亲友|变更后|新的内容|时间段|平台|户型|姓名/
/** 写店名和老板姓名: two names in one. */
const SEVERAL = /名[和、]\p{Script=Han}{0,4}名/u
const TITLES = /项目|字号|店名|拟定/
const BODIES = /单位|公司|企业|学校|院校|大学|医院|银行|法院|机关|物业|登记处|窗口|部门|组织|权人|对方|档案|施工|借款/
const PLACES = /国|省|哪个市|区|户籍地址|户口|地点|哪里/
const PERSONS = /权人|对方|借款/
const NOUNS = '(?:申请|用人|工作|建设|施工|原)?单位|公司|店|厂|学校|医院|银行|物业|项目|工程|招牌|法院|户口'

/** Whether a question asks for the name of a body, a place, a shop or a work. */
export function asksForName({ labels = [], ask = '' }: ElementContext): boolean {
  return !OTHERWISE.test(labels.join(' ')) && !SEVERAL.test(ask)
}

/** What is wanted, by the words of the question. */
export function wantedBy({ labels = [], ask = '' }: ElementContext): Wanted {
  const about = `${labels.join(' ')} ${ask}`
  const nouns = labels.map((label) => RegExp.escape(label)).join('|')
  return {
    body: BODIES.test(about) && !TITLES.test(about),
    place: PLACES.test(about),
    person: PERSONS.test(about),
    noun: new RegExp(
      `^(?:我们?|这个?|那个?)?的?(?:${nouns}|${NOUNS})[上里]?的?(?:全称|全名|名称|名字|名)?(?:就|应该|现在)?\\s?$`,
      'iu',
    ),
  }
}

/** How names of bodies end. */
const BODY_END =
  /(?:公司|厂|店|铺|坊|馆|部|社|局|处|所|院|校|站|队|会|学|园|场|厅|楼|屋|吧|中心|集团|工作室|商行|银行|[建工农中招交邮商兴浦民华信]行|邮储|便利|超市|百货|物业|支队|分行|支行)$/u
/** Words for a kind of body, which name none: 幼儿园, 有限公司. */
const KIND_OF_BODY =
  /^(?:有限|股份|分|总|幼儿|医|学|法|人民|附属)*(?:公司|单位|厂|店|铺|院|校|银行|社区|园|公园|中心|登记处|办事处|小学|中学|大学)$/u
const XIAMEN = Object.entries(XIAMEN_PLACES).flatMap(([district, streets]) => [district.replace(/区$/, ''), ...streets])
const KNOWN = ['国内|境内|厦门|福建', ...XIAMEN, OTHER_PLACES, COUNTIES_AROUND, FUJIAN_COUNTIES, FARTHER_PLACES].join(
  '|',
)
const PLACE = new RegExp(
  `^(?:(?:${KNOWN})(?:特别行政区|自治区|[省市区县州])*(?![人的]$))+(?:\\p{Script=Han}{1,8}[省市区县州镇乡村旗组]|\\p{Script=Han}{1,12}[路街道巷里村]\\d*号?\\S{0,8})*$`,
  'iu',
)

/** Whether words are called as what is wanted is: 某某医院, 江西南昌; a person only where it was said that a name follows. */
export function isOfKind(words: string, { body, place, person }: Wanted, called: boolean): boolean {
  if ((body && BODY_END.test(words)) || (place && PLACE.test(words))) return true
  const surname = surnameLength(words)
  return person && called && surname > 0 && words.length - surname <= 2
}

/** Whether words are the name of nothing: a kind of body, or a number. */
export function namesNothing(words: string): boolean {
  return KIND_OF_BODY.test(words) || /\d{6}/.test(words)
}
