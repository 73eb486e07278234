/** 多久之内要申请, 有效期几年: until when she has to act, or how long a paper is good for; not how long the office takes. */
const ASKED =
  /(?:多久|多长时间|多少天|几(?:天|日|周|年|个?(?:月|星期|工作日)))(?:之|以)?内(?!(?:能|可以|会)?(?:办[好完结]|办下来|出|下来|到账|拿到|答复|告知|通知|受理|审|发|批|给))|时效|有效期|时间限制|期限(?!多久办)|截止|最[晚迟]|提前(?:多|几)|[前后](?:多久|多少天|几(?:天|个?月)).{0,4}(?:能|可以|要|得|去|必须)|还能.{0,6}吗.{0,4}过期|几年(?:一)?[换审检]|(?:管|用|放)(?:多久|几年)|[交缴住]?满(?:几|多)|\b(?:deadline|valid|good for|how (?:long|many days) before)\b/i

/** Tells until when something has to be done, or how long it holds. */
const LIMIT =
  /有效期|时效|届满|期满前|提前|最[晚迟]|逾期|过期|(?:之日起|以?后|以?前|内)[^。；，]{0,8}(?:申请|提出|申报|申领|办理|登记|提交|换|报|续|签注|起诉|复议)|满\d+(?:年|个?月)/

/** Tells how long the office takes. */
const HANDLING =
  /受理之日|承诺时限|办[好结]|作出决定|当场|(?:工作日|日)内(?:[^。；，]{0,6})(?:决定|审核|审查|发放|颁发|签发|答复|完成)/

export function asksLimit(question: string): boolean {
  return ASKED.test(question)
}

/** 1 when a line tells a limit, -1 when it tells how long the office takes, else 0. */
export function limitIn(line: string): number {
  if (HANDLING.test(line)) return -1
  return LIMIT.test(line) ? 1 : 0
}
