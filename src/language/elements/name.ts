import type { DataElement, ElementCheck, ElementContext, Reading } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { OTHER_PLACES } from './other-places.ts'
import { foldCharacters } from '../script.ts'
import { labelsOf, MISTAKEN } from './labelled.ts'
import { isKin, looksLatinName, looksTransliterated, nameInClause } from './name-in-clause.ts'
import { surnameLength } from './surnames.ts'
import { readSpelt } from './spelt-name.ts'

const PROBLEM = '姓名应为2至50个字，请写证件上的姓名。'
const HAN = '[\\u3400-\\u9fff\\uf900-\\ufaff\\ud840-\\ud87f\\udc00-\\udfff]'
const VALID = new RegExp(
  `^(?:${HAN}(?:${HAN}|[·•・．.]|\\s(?=${HAN})){0,48}${HAN}|[\\p{Script=Latin}][\\p{Script=Latin}\\s.'’·,-]{0,48}[\\p{Script=Latin}.])$`,
  'u',
)

/** Words that end a name: what comes next is another statement. */
const NEXT =
  /(?:的?(?:手机|电话|联系|身份|证件|号码|性别|年龄|出生|地址|住址|邮箱|银行|户口|护照)|今年|家?住|现住|来自|[男女](?=$|[，,。\s])|先生|女士|小姐|同志|这个|[是的和与跟要想在有也，吧呢啊呀哦喔吗嘛了])/u
const HAN_RUN = new RegExp(`${HAN}+(?:[·•・]${HAN}+){0,6}`, 'y')
const LATIN_RUN =
  /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’.-]{0,30}(?:[ ,·]{1,2}[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’.-]{0,30}){0,5}/y
const LATIN_STOP =
  /\b(?:and|my|phone|mobile|id|is|i|from|live|tel|passport|number|the|email|want|need|please|to|how|what|yes|no|ok|hello|hi|thanks?|okay)\b/i

/** Ordinary words that start like a surname, and answers that are no name. */
const NOT_NAMES = new Set(
  (
    '马上 向往 居住 居民 车辆 车主 方便 何时 何必 高兴 安全 时间 应该 万一 于是 常常 平时 年底 全部 和平 白天 明天 明年 明白 容易 通过 古城 国家 国籍 广东 东西 文件 关于 温州 连江 ' +
    '包括 经常 经理 单位 单身 成都 成功 成年 任何 元旦 家庭 家里 家人 安排 平安 强制 水电 花费 金额 金山 石狮 江头 湖里 莲前 海沧 同安 翔安 集美 思明 厦门 ' +
    '福建 泉州 漳州 台湾 香港 澳门 北京 上海 广州 深圳 租房 自购 购房 房东 房子 房产 公司 公务 公安 公寓 高中 高校 双方 路过 计划 关系 相关 相同 原件 原来 ' +
    '可以 不行 没有 知道 谢谢 好的 是的 对的 不用 不要 需要 随便 都行 暂无 没问题 不知道 多少钱 怎么办 要多久 居住证 身份证 户口本 驾驶证 护照 社保 医保 公积金 ' +
    // The heads of a pasted table, side by side: 姓名 手机 地址.
    '手机 电话 联系 地址 住址 姓名 性别 民族 出生 年龄 日期 邮箱 银行 证件 学历 职业 备注 序号 ' +
    '申请 办理 取消 继续 跳过 确认 提交 同意 拒绝 补领 换领 首次 丢失 遗失 过期 未婚 已婚 离异 丧偶 男性 女性 本人 自己 父亲 母亲 儿子 女儿 配偶 老公 老婆 ' +
    '等等 等会 稍等 再说 以后 晚点 其他 其它 通知 解释 说明 查询 查看 查到 费用 钱数 钱款 谢了 查一下 管理 施工 党员 司机 农村 农民 城市 城镇 全家 全款 贷款 解决 别人 别的 支持 能不能 能办 那算 那就 那行 那好 那么 那还 那先'
  ).split(' '),
)
/** Characters of questions, answers and requests that (nearly) never stand in a given name. */
const NOT_IN_NAMES =
  /[吗呢吧么嘛啥咋谁哪几办没不你我他她您这那些什怎证费钱款元号码需请问谢给帮拿填查租购买交卖额账户籍]/u

/** Characters of everyday phrases: a bare answer without a known surname that holds one is no name. */
const EVERYDAY =
  /[一二三下再等看来去好对行可以会着过都就也还又很太最先后上中里外前今天年月日时分点想用事人开放走用做写说听问忘记]/u

/** 姓名: 2–50 characters, · and Latin letters allowed; kept as written, never converted between scripts. */
export const name: DataElement = {
  id: 'name',
  label: '姓名',
  secret: false,
  read: readNames,
  check: checkName,
  show: (value) => value,
}

function checkName(value: string): ElementCheck {
  const trimmed = normalise(value).replaceAll(/[•・．](?=\p{Script=Han})/gu, '·')
  return VALID.test(trimmed) ? { ok: true, value: trimmed } : { ok: false, problem: PROBLEM }
}

function readNames(text: string, context: ElementContext): Reading[] {
  const folded = foldCharacters(text)
  const readings = readLabelled(text, folded, context)
  if (readings.length > 0) return context.asked === true ? withOwnBeside(text, folded, readings) : readings
  const leading = readLeading(text, folded, context)
  if (leading.length > 0 || context.asked !== true) return leading
  const spelt = readSpelt(text, folded, (words) => isNameLike(words, false))
  if (spelt !== undefined) return [spelt]
  const bare = readBare(text, folded)
  return bare.length > 0 ? bare : readClauses(text, folded)
}

/**
 * 林某某，我老婆叫黄某某: beside whom others are, a clause of its own says who she is; and 林某某，姓名是黄某某 names two people, of whom
 * only the fields can tell which is which.
 */
function withOwnBeside(text: string, folded: string, readings: Reading[]): Reading[] {
  const beside = readClauses(text, folded).filter(
    ({ start, end }) => !readings.some((other) => other.start < end && start < other.end),
  )
  if (readings.every(({ start }) => OF_RELATIVE.test(folded.slice(0, start)))) return [...readings, ...beside]
  return [...readings, ...beside.filter(({ start, end }) => isClause(folded.slice(0, start), folded.slice(end)))]
}

/** Whether what stands between two stretches is a clause of its own. */
function isClause(before: string, after: string): boolean {
  return /(?:^|[，,。；;！!？?\n\s])$/u.test(before) && /^(?:$|[，,。；;！!？?\n\s])/u.test(after)
}

const INTRODUCED =
  /(?:^|[，,。；;！!？?\s])(?:您好|你好)?[，,]?(?:我(?:的名字)?(?:就是|是叫|叫做?|是)|本人(?:是|叫)?|(?:叫|我姓名)|\p{Script=Han}{1,4}是我[，,](?:我?叫)?)[:：\s]{0,2}/dgu
const RELATIVE =
  /(?:儿子|女儿|孩子|小孩|宝宝|老[大二三四]|老公|老婆|丈夫|妻子|爱人|配偶|对象|媳妇|老伴|太太|未婚[夫妻]|[男女]朋友|房东|爸爸|父亲|妈妈|母亲|老爸|老妈|爷爷|奶奶|外公|外婆|老人|他|她|(?<=[我他她])[爸妈爹娘哥姐弟妹])(?:的?名字)?(?:是叫|叫做?|叫)[:：\s]{0,2}/gu
const OF_RELATIVE = new RegExp(`${RELATIVE.source}$`, 'u')
const ENGLISH = /\b(?:my name is|i am|i'm|this is|name[:：])\s?/dgi

function readLabelled(text: string, folded: string, context: ElementContext): Reading[] {
  const readings: Reading[] = []
  const starts = new Map<number, 'name' | 'perhaps'>()
  for (const label of labelsOf('name', context)) {
    for (let at = folded.indexOf(label); at >= 0; at = folded.indexOf(label, at + 1)) {
      const link = new RegExp(
        `(?:${MISTAKEN}[，,\\s]{0,2})?(?:应该|其实)?(?:[填写登印]的(?:就?是|叫)?|改成|改为|换成|就是|是|为|叫做?|填|写)?[:：\\s]{0,3}`,
        'y',
      )
      link.lastIndex = at + label.length
      link.test(folded)
      const linked = link.lastIndex > at + label.length || label === '我叫'
      if (link.lastIndex < folded.length) starts.set(link.lastIndex, linked ? 'name' : 'perhaps')
    }
  }
  for (const match of folded.matchAll(INTRODUCED)) {
    const start = match.index + match[0].length
    if (!starts.has(start)) starts.set(start, /叫|姓名|名字/.test(match[0]) ? 'name' : 'perhaps')
  }
  for (const match of folded.matchAll(RELATIVE)) starts.set(match.index + match[0].length, 'name')
  for (const match of folded.matchAll(ENGLISH))
    starts.set(match.index + match[0].length, /name/i.test(match[0]) ? 'name' : 'perhaps')
  for (const [start, sure] of [...starts].sort(([one], [other]) => one - other)) {
    const end = nameEnd(folded, start, sure === 'name')
    if (end === undefined || readings.some((reading) => reading.end > start)) continue
    const reading = readingOf(text, start, end, sure === 'name' ? 1 : 0.7)
    if (reading !== undefined) readings.push(reading)
  }
  return readings
}

/** Where the name that starts here ends; undefined when the words there are none. `sure`: a label says that a name follows. */
function nameEnd(folded: string, start: number, sure: boolean): number | undefined {
  LATIN_RUN.lastIndex = start
  const latin = LATIN_RUN.exec(folded)
  if (latin !== null) {
    const stop = LATIN_STOP.exec(latin[0])
    const words = (stop === null ? latin[0] : latin[0].slice(0, stop.index)).replace(/[\s,.]+$/, '')
    const capital = /^[A-Z]/.test(words)
    return words.length >= 2 && (sure || (capital && /\s/.test(words))) ? start + words.length : undefined
  }
  HAN_RUN.lastIndex = start
  const run = HAN_RUN.exec(folded)?.[0]
  if (run === undefined || /^[是叫为]/.test(run)) return undefined
  const dotted = /[·•・]/.test(run)
  const surname = surnameLength(run)
  const from = dotted ? 0 : Math.max(surname, 1) + 1
  const stop = NEXT.exec(run.slice(from))
  const words = stop === null ? run : run.slice(0, from + stop.index)
  const longest = dotted ? 50 : 4
  if (words.length < 2 || (words.length > longest && !(sure && words.length <= 6))) return undefined
  return isNameLike(words, sure) ? start + words.length : undefined
}

/** 我是安徽的: where somebody comes from. */
const IS_PLACE = new RegExp(`^(?:${OTHER_PLACES})$`, 'u')

function isNameLike(words: string, sure: boolean): boolean {
  // 户主是我先生 says who he is to her, not what he is called.
  if (/^[我你您他她咱啥什谁哪怎]/.test(words) || isKin(words)) return false
  // 我妈叫了人来: somebody was called.
  if (/^[了过着的]/.test(words)) return false
  // 阿明 and 小李 are what friends call her.
  if (/^[阿小老]\p{Script=Han}$/u.test(words)) return false
  if (IS_PLACE.test(words)) return false
  if (/[·•・]/.test(words)) return !/[吗呢么啥怎几]/.test(words)
  if (NOT_NAMES.has(words) || NOT_NAMES.has(words.slice(0, 2)) || NOT_NAMES.has(words.slice(0, 3))) return false
  if (sure)
    return (
      !NOT_IN_NAMES.test(words.slice(1)) ||
      (surnameLength(words) > 0 && words.length <= 3 && !/[吗呢吧么什怎]/.test(words))
    )
  return (
    surnameLength(words) > 0 &&
    words.length - surnameLength(words) <= 2 &&
    !NOT_IN_NAMES.test(words.slice(surnameLength(words))) &&
    !ROLES.test(words)
  )
}

/** 房东, 农民工, 毕业生: what somebody is; 王建民 and 李春生 are names. */
const ROLES =
  /^.[人生员者东民工主]$|[人员者主]$|(?:高中|初中|大学|小学|毕业|研究|实习|博士)生$|(?:农民|员|职|临时|小时|打)工$|(?:农|居|村|市|公|牧|渔)民$|[房股]东$/u

const OPENING = /^\s?([^，,。；;！!？?\n\s:：]{2,16})[，,\s]+(?=.*(?:\d{4}|[男女]))/u
const BETWEEN =
  /(?<=[，,。；;\s])([^，,。；;！!？?\n\s:：]{2,5})[，,\s]+(?=(?:身份证|手机|电话)[^，,。；;]{0,6}\d|\d{11,18})/u

/** A name that opens the message, or stands in a clause of its own, before other particulars: 陈大文，手机139…。 */
function readLeading(text: string, folded: string, context: ElementContext): Reading[] {
  for (const pattern of [OPENING, BETWEEN]) {
    const opening = pattern.exec(folded.slice(0, 200))
    const words = opening?.[1]
    if (words === undefined || !isNameLike(words, false) || words.length > 5) continue
    const start = folded.indexOf(words, opening?.index)
    const reading = readingOf(text, start, start + words.length, context.asked === true ? 0.95 : 0.7)
    if (reading !== undefined) return [reading]
  }
  return []
}

/** What openly synthetic people are called, here and in the sandbox city. */
const SAMPLE_PERSON = /^(?:测试|样例|演示|虚构)(?:市民|幼儿)?\p{Script=Han}{1,2}$/u

/** The whole message as the answer to "what is your name". */
function readBare(text: string, folded: string): Reading[] {
  const trimmed =
    /^[\s"“「『]*(?:嗯|哦|好的?|那)?[，,\s]{0,2}(?:就?是|叫)?(?=.)([^，,。；;！!？?\n"”」』]{2,50}?)(?:吧|啊|呀|哦|的)?[\s。.!！"”」』]*$/du.exec(
      folded,
    )
  const [start, end] = trimmed?.indices?.[1] ?? []
  if (start === undefined || end === undefined) return []
  const words = folded.slice(start, end)
  if (nameEnd(folded, start, true) !== end) return []
  const sure = isNameLike(words, false) || /[·•・]/.test(words)
  const latin = /^[A-Za-z]/.test(words)
  const plausible = latin
    ? looksLatinName(words)
    : SAMPLE_PERSON.test(words) ||
      (words.length <= 4 && !NOT_IN_NAMES.test(words) && !EVERYDAY.test(words) && looksTransliterated(words))
  if (!sure && !plausible) return []
  const reading = readingOf(text, start, end, sure ? 0.9 : 0.5)
  return reading === undefined ? [] : [reading]
}

/** A longer message tells a story: a clause of it that could be a name is none. */
const LONGEST_ANSWER = 48

/** The name in an answer of several clauses or with words around it: 法人是我自己，唐…; each clause for itself. */
function readClauses(text: string, folded: string): Reading[] {
  if (folded.length > LONGEST_ANSWER) return []
  const readings: Reading[] = []
  for (const match of folded.matchAll(/[^，,。；;！!？?\n\s（()）"“”「」『』]+/g)) {
    const words = match[0]
    const found = nameInClause(words, (name) => isNameLike(name, false))
    if (found === undefined) continue
    const start = match.index + found.start
    const reading = readingOf(text, start, match.index + found.end, 0.85)
    if (reading !== undefined) readings.push(reading)
  }
  return readings
}

function readingOf(text: string, start: number, end: number, confidence: number): Reading | undefined {
  const words = text.slice(start, end)
  const checked = checkName(words)
  return checked.ok ? { value: checked.value, text: words, start, end, confidence } : undefined
}
