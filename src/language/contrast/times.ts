const BEFORE =
  /以前|从前|之前(?!要)|原来|原先|原本|本来|先前|当初|早先|旧(?!历)|上一?[家份任次回胎](?!都)|试用期|刚来|刚开始|头几|原(?:单位|公司)|老单位|另外一?[套台辆间家个份张]|说是|名义上|户口本上|一开始|过年前|原定|\blast (?:year|month)|\bused to\b|\bpreviously\b|\bat first\b/iu
const NOW =
  /现在|转正|(?<!一|刚)开始(?=[交领做办有缴])|这[次回套台辆间份张]|其实|实际|如今|目前|眼下|后来|最后|最终|后面|往后|新的|改[成叫到为去转]|换[成到了]|过完年|搬到|只剩|转到|转成|(?<!去年|前年)今年(?!才|刚)|\bnow\b|\bcurrently\b|\bthis (?:year|month)/iu
/** What was asked for or held out, against what came of it. */
const PROPOSED =
  /挂(?![失靠号])|开价|开口|喊价|要价|评估|报价|报(?=[\d一二两三四五六七八九十])|口头|面试|答应|讲好|说好|去年/u
const RESULT = /到手|成交|[砍谈让降涨]到|合同|签的|定了|定在|才/u

/** Whether a clause tells of what was or was only meant, or of what is. `price`: an amount, which is asked for and agreed on. */
export function timeOf(clause: string, price = false): 'before' | 'now' | undefined {
  if (NOW.test(clause) || (price && RESULT.test(clause))) return 'now'
  return BEFORE.test(clause) || (price && PROPOSED.test(clause)) ? 'before' : undefined
}
