import { OTHER_PLACES as PLACES } from '../../language/index.ts'

const HERE = /厦门|思明|湖里|集美|海沧|同安|翔安|鼓浪屿|xiamen|本市|本地|这边|这里|你们/
/** Papers and people come from a place; only what follows says where the matter is to be done. */
const FROM =
  '户口|户籍|人(?!社|力)|籍|来的?|过来|老家|出生|毕业|身份证|驾照|驾驶证|医保|社保卡|社保关系|房|的房|有房|买了?房|学历|结婚证|护照|出发|转[来到入]|迁[来到入]|旅游|玩'
const ORIGIN = new RegExp(`(?:${PLACES})(?:省|市)?的?(?:${FROM})`, 'g')
const HEADED = new RegExp(
  `(?:老家(?:是|在)?|来自|从|飞|回|出生在|户口在|户籍在|房子?在|去|到)(?:${PLACES})(?!的?[^，。？！,?!]{0,8}(?:怎么|如何|哪里|多少))`,
  'g',
)
/** What happens to somebody away from home is settled at home. */
const HAPPENED =
  '(?![^，。？！,?!]{0,4}(?:住院|看病|就医|治病|手术|急诊|生了?病|生了?孩子|车祸|受了?伤|摔伤|去世|过世|出生|丢了|被偷))'
/** Words that make the place one where something is to be done: a question about it, or a life led there. */
const ASKED_THERE = new RegExp(
  `(?:${PLACES})(?:省|市)?${HAPPENED}(?:的|那边|那里|当地)?[^，。？！,?!]{0,16}(?:怎么|如何|怎样|哪里|去哪|在哪|哪天|多少|多久|几[天月号百千块]|什么|要啥|能不能|可以|吗|条件|政策|材料|流程|标准|公积金中心|社保局|政务|人社局|派出所)|` +
    `在(?:${PLACES})(?:省|市)?${HAPPENED}(?:那边|这边)?[^，。？！,?!]{0,6}(?:怎么|如何|办|申请|申领|领|提取|登记)`,
)
const ENGLISH =
  /\b(?:in|for) (?:beijing|shanghai|guangzhou|shenzhen|hangzhou|chengdu|wuhan|nanjing|fuzhou|quanzhou|tianjin|chongqing|suzhou|xi'?an)\b/

/** A matter asked about with the place right before it: 上海居住证怎么办, even where the paper could come from there. */
const THERE_FIRST = new RegExp(
  `(?:^|[，。？！,?! ]|在)(?:${PLACES})(?:省|市)?的?(?:居住证|社保卡|落户|积分|医保|社保|低保|公租房|津贴|补贴)[^，。？！,?!]{0,6}(?:怎么交|缴费标准|标准|几[百千块]|如何|多少|要什么|要啥|多久|几天|去哪|在哪|条件|政策|材料|流程)`,
)

/** Papers that only another place issues: 香港身份证怎么换. */
const OWN_PAPER =
  /(?:香港|澳门)(?:的|特区)?(?:身份证|护照|驾照|公屋|强积金|医保)[^，。？！,?!]{0,6}(?:怎么|如何|哪|换|补|多少)/

/**
 * True when the matter is clearly to be done in another city: the place is where it is asked about, and Xiamen is not named.
 * 外地户口, 老家在江西, 飞北京 are no such thing.
 */
export function namesOtherPlace(plain: string): boolean {
  if (HERE.test(plain)) return false
  if (ENGLISH.test(plain) || THERE_FIRST.test(plain) || OWN_PAPER.test(plain)) return true
  return ASKED_THERE.test(plain.replace(ORIGIN, ' ').replace(HEADED, ' '))
}
