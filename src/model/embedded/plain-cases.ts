import { OTHER_PLACES } from '../../language/index.ts'
import { followedBy } from './orders.ts'

const PAPER =
  '身份证|证件|证明|材料|合同|公章|印章|病假条?|病历|发票|流水|学历|毕业证|结婚证|户口本|执照|驾照|社保|居住证|证|章'
const FALSE = '假(?![期日节释肢装])的?'
const MAKE = '办|做|弄|搞|买|刻|开|交|代开|提交'

/** A false paper wanted in plain words, too few for what is learnt to be sure: 怎么办一张假身份证. */
export const FORGERIES: readonly RegExp[] = [
  followedBy('伪造|变造|仿造|编造|造假|p图|p一?[张份个]', 8, PAPER),
  new RegExp(`(?:${MAKE})(?:得?到|来|出)?(?:一?[个张份本套])?${FALSE}[^。！？\\n]{0,4}(?:${PAPER})`),
  followedBy(`${FALSE}(?:${PAPER})`, 6, '怎么[办做弄搞买]|哪里?(?:能|可以)?[办做弄搞买]|去哪|找谁[办做弄]'),
]

const HERE = /厦门|思明|湖里|集美|海沧|同安|翔安|鼓浪屿|本市|本地|这边|这里|你们/
/** Papers, people and ties come from a place, and what happens to somebody there is settled at home. */
const COMES_FROM =
  '户口|户籍|人(?!社|力)|籍|来|过来|老家|出生|毕业|身份证|驾照|驾驶证|医保|社保|房|有房|学历|结婚证|护照|回|转|迁|旅游|玩|住院|看病|就医|手术|生|车祸|受|摔|去世|过世|丢|被偷'
const ELSEWHERE = new RegExp(
  `^(?:请问|想问)?(?:在)?(?!中山[路公医])(?:${OTHER_PLACES})(?:省|市)?(?:的|那边|那里|当地)?(?!${COMES_FROM})[^，。？！,?!]{0,14}(?:怎么|如何|哪|多少|多久|几[天月号]|什么|啥|条件|流程|标准)`,
  'u',
)

/** Another place named first, and the matter asked about right behind it: 泉州怎么办…, 重庆…多少. */
export function asksElsewhere(plain: string): boolean {
  return !HERE.test(plain) && ELSEWHERE.test(plain)
}
