import { surnameLength } from './surnames.ts'

const KIN =
  '爸爸?|妈妈?|父亲|母亲|老爸|老妈|爷爷|奶奶|外公|外婆|姥爷|姥姥|公公|婆婆|岳父|岳母|老公|老婆|丈夫|妻子|爱人|太太|先生|老伴|配偶|对象|男朋友|女朋友|未婚夫|未婚妻|儿子|女儿|闺女|老[大二三四]|[大二三小]宝|[大小]的|孩子|小孩|小朋友|宝宝|娃|哥哥?|姐姐?|弟弟?|妹妹?|外甥女?|表[哥姐弟妹]|堂[哥姐弟妹]|叔叔?|舅舅?|姑姑?|姑妈|姨妈?|阿姨|侄子|侄女|孙子|孙女|孙媳妇?|儿媳妇?|女婿|朋友|同事|同学'
const ROLE =
  '先[父母]|[亡先]夫|亡妻|家[父母]|店主|店长|头家|经办的?|会计|出纳|经理|总监|主管|人事|行政|秘书|助理|律师|员工|老师|老板|法人|法定代表人|负责人|经办人|代办人|代理人|受托人|委托人|监护人|户主|业主|房主|房东|买家|卖家|买方|卖方|车主|驾驶人|经营者|申请人|参保人|被继承人|逝者|死者|残疾人|老人家?|对方|男方|女方|联系人|当事人|家长|\\p{Script=Han}{1,3}人'
const LINK =
  '我自己|我们|阮|咱们?|我|他|她|您|本人|自己|的|公司|单位|店里?|厂里?|家里?|家|是|叫做?|名叫|名字|姓名|大名|全名|真名|本名|学名|就|写|填|用|登记|委托|派|让|请|由|给|找|联系|这次|这回|这|那|个|位|人|户口本|房产证|产权证|房本|房子|产权人|身份证|驾照|护照|执照|写的|现在|目前|后来|想|打算|准备|取名|起名|定了?|改了?成?|证件|上|为|呀|啊|嘛|：|:'
const LEADING = new RegExp(`^(?:${KIN}|${ROLE}|${LINK})$`, 'u')
/** In UTF-16 units; the longest are three characters before 人. */
const LONGEST_LEADING = 7
const ONLY_KIN = new RegExp(`^(?:大|小|二|三|老|亲)?(?:${KIN}|${ROLE})$`, 'u')

/** Whether words only say who somebody is: 岳父, 孙子, 大舅. */
export function isKin(words: string): boolean {
  return ONLY_KIN.test(words)
}

/** Whatever came before, what follows these is who it is. */
const POINTS = new RegExp(
  `(?:${KIN}|${ROLE}|叫(?:做|她|他)?|名字?是|(?:的人|那人|他|她|对方)(?:就)?是|\\p{Script=Han}{2}的就?是)$`,
  'u',
)
const TAIL =
  /(?:先生|女士|小姐|同志)?(?:吧|啊|呀|哦|的|了|哈|呢|来|去|办|领|报|上户口|上学|负责|代办|经办|担任|陪同?|带|弄|用|就行|就好|就可以|没错)*$/u
/** 黄河的黄, 双木林, 小名豆豆: about the name, and not it. */
const ABOUT = /^.{1,5}的.{1,2}$|^[木双立弓草古口耳].{1,2}$|小名|乳名|昵称|英文名|曾用名|复姓|艺名/u

/** 雷佳音乐的雷佳: how it is written, and the name again. */
const EXPLAINED = /^(?<name>\p{Script=Han}{2,3})\p{Script=Han}{1,6}的\k<name>$/u

/** Where the name stands in a clause that also says whose it is (委托我姐姐…去, 经办人是我们公司会计…); undefined when it holds none. */
export function nameInClause(
  clause: string,
  isName: (words: string) => boolean,
): { start: number; end: number } | undefined {
  const end = clause.length - (TAIL.exec(clause)?.[0].length ?? 0)
  const words = clause.slice(0, end)
  const same = EXPLAINED.exec(words)?.groups?.['name']
  if (same !== undefined && isName(same)) return { start: end - same.length, end }
  if (ABOUT.test(clause)) return undefined
  const leads = endsOfLead(words)
  for (let start = 0; start <= words.length - 2; start += 1) {
    const name = words.slice(start)
    const before = words.slice(0, start)
    if (!(leads.has(start) || POINTS.test(before)) || /以前|原来|曾/.test(before) || !isName(name)) continue
    if (/[·•・]/.test(name) || (surnameLength(name) > 0 && name.length - surnameLength(name) <= 2))
      return { start, end }
  }
  return undefined
}

/**
 * Where words that only lead to a name may end. Many can be taken apart in several ways (本人的 as one or as three): a pattern
 * would try all ways of all of them.
 */
function endsOfLead(words: string): ReadonlySet<number> {
  const ends = new Set([0])
  for (const at of ends)
    for (let end = at + 1; end <= Math.min(words.length, at + LONGEST_LEADING); end += 1)
      if (LEADING.test(words.slice(at, end))) ends.add(end)
  return ends
}

/** Characters that peoples of China without surnames write their names with: 扎西, 次仁卓玛, 巴特尔, 古丽. */
const TRANSLITERATED = new Set(
  '扎西卓玛次仁达瓦尼多吉央金拉姆旺堆平措索朗格桑丹增加贡布洛阿都古丽买提艾力吐尔逊热娜依木江汗拜麦克孜巴特托娅其乌云斯琴娃苏和哈额敦图雅呼那顺满买迪玉素甫帕伊米萨姑努如夏提曲珍坚参益德吉嘎松罗热色赤列白',
)

/** Whether a name without a surname is spelt like those of peoples that have none. */
export function looksTransliterated(words: string): boolean {
  const characters = Array.from(words)
  return characters.filter((character) => TRANSLITERATED.has(character)).length >= characters.length - 1
}

const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ong|iao|ian|ing|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|ve|er|a|o|e|i|u|v)'
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,4}$`, 'i')
const NO_NAME =
  /\b(?:ignore|system|prompt|admin|administrator|select|drop|insert|update|table|from|where|script|alert|print|echo|you|your|reveal|instructions?|previous|all|root|null|undefined|none|delete|exec|eval|http|https|www|json|xml|sudo|password|token|mode|developer|assistant|user|test|repeat|show|tell|act|as|pretend|forget|do|not|must|will|can|now|bypass|override|submit|approve|confirm|true|false|hospital|church|museum|university|college|school|company|ltd|inc|bank|hotel|street|road|government|office)\b/i

const PARTICLE = /^(?:van|von|de|da|di|del|la|bin|ibn|al|el|der|den|dos|y)$/
const CAPITALISED = /^[A-Z\u00c0-\u00de][\p{Script=Latin}'’.-]*$/u

/** Whether Latin words are written as a name is: each with a capital, or several of them pinyin; a lone one as a name is spelt. */
export function looksLatinName(words: string): boolean {
  if (NO_NAME.test(words)) return false
  const parts = words.split(/[\s,·]+/).filter((part) => part !== '')
  const [first = ''] = parts
  const isPinyin = parts.every((part) => PINYIN.test(part.replaceAll(/['’-]/g, '')))
  if (parts.length === 1)
    return /^[A-Z\u00c0-\u00de][\p{Ll}'’-]+$/u.test(first) || (isPinyin && first === first.toUpperCase())
  return parts.length <= 6 && (isPinyin || parts.every((part) => CAPITALISED.test(part) || PARTICLE.test(part)))
}
