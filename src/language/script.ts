import SIMPLIFIED_TO_TRADITIONAL from 'opencc-js/dict/STCharacters'
import TRADITIONAL_TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters'
import { createFromChina, createToChina } from './convert-script.ts'

/** The written forms a citizen may use. */
export type Locale = 'zh-Hans' | 'zh-Hant' | 'en'

/** Characters of simplified text that are everyday traditional characters too, so they tell nothing about the script. */
const SHARED = new Set(
  '后里干台几云只松余谷斗面制表系丑冲出向征才板朱升志胡苏姜沈卷帘克困累了么岳刮合回夸家局布并弦御愿扎托旋朴杆术蔑佣准复签凶奸占仆伙尸庵修别咸伫秋筑暗注游吊升党杰虫虱岩回床峰雇群粽汇采',
)

/** Simplified text's 么 is, read as a traditional character, a variant of 幺: the converter must not take it for one. */
const SMALL_ME = '么'

/** Written in Taiwan for a simplified character that the table of characters leaves alone: 活著, 妳. */
const VARIANTS = [
  ['著', '着'],
  ['妳', '你'],
] as const

type Tables = {
  /** Simplified form of a BMP character, 0 where it is the same. */
  readonly simplified: Uint16Array
  /** 1 for characters seen only in traditional text, 2 for those seen only in simplified text. */
  readonly script: Uint8Array
}

let toChina: ((text: string) => string) | undefined
let fromChina: ((text: string) => string) | undefined
let tables: Tables | undefined

/**
 * What Taiwan calls otherwise, in traditional characters. The converter's own table of phrases is made for computing and
 * would turn 文件 into 文档, 程序 into 进程, 查詢 into 查找 and 檔案 into 文件.
 */
const TAIWAN_WORDS: ReadonlyMap<string, string> = new Map([
  ['資訊', '信息'],
  ['網路', '网络'],
  ['聯絡', '联系'],
  ['影印', '复印'],
  ['列印', '打印'],
  ['簡訊', '短信'],
  ['登入', '登录'],
  ['軟體', '软件'],
  ['滑鼠', '鼠标'],
  ['晶片', '芯片'],
  ['計程車', '出租车'],
  ['線上', '网上'],
  ['櫃檯', '窗口'],
  ['櫃台', '窗口'],
  ['帳戶', '账户'],
  ['帳號', '账号'],
])
const TAIWAN_WORD = new RegExp(`(?:${[...TAIWAN_WORDS.keys()].join('|')})(?!員)`, 'g')

/** 網路申請 is 网上申请; the network itself is 网络. */
const ONLINE = /網路上?(?=[申辦預報查繳填掛登])|網路上/g

function convertToChina(text: string): string {
  const convert = (toChina ??= createToChina())
  const mainland = text.replaceAll(ONLINE, '网上').replaceAll(TAIWAN_WORD, (word) => TAIWAN_WORDS.get(word) ?? word)
  return convert(mainland.replaceAll(SMALL_ME, '麼'))
}

/** 发 that is not about hair: the converter takes 换发 and 金发 for it, and papers are issued more often than hair is cut. */
const ISSUED = /(?<![理頭銀美染毛假燙剪洗白黑鬢])髮(?![型廊膠飾妝])/g

/** What Taiwan calls otherwise, by the mainland word in traditional characters. Names of papers and of laws stay the official ones. */
const SAID_IN_TAIWAN: ReadonlyMap<string, string> = new Map([
  ['信息', '資訊'],
  ['網上', '線上'],
  ['窗口', '櫃檯'],
  ['賬戶', '帳戶'],
  ['賬號', '帳號'],
  ['網絡', '網路'],
  ['聯繫', '聯絡'],
  ['打印', '列印'],
  ['複印', '影印'],
  ['短信', '簡訊'],
  ['登錄', '登入'],
  ['軟件', '軟體'],
  ['屏幕', '螢幕'],
])
const MAINLAND_WORD = new RegExp(`《[^》]*》|(?<!互聯)(?:${[...SAID_IN_TAIWAN.keys()].join('|')})`, 'g')

/** 台 that is no table: the converter takes 领台 for a counter, so that 申领台湾 would come out with one. */
const NO_TABLE = /(?<![櫃總吧球字桌])檯(?![燈面曆球布])/g
/** The district of Xiamen, which the converter takes for the inside of a lake. */
const HULI = /湖裡/g
/** 里 that is inside of something, where the converter knows no phrase; 湖里, 公里 and 里程 stay. */
const INSIDE = /(?<=卡|指南|系統|[戶存]?[本簿]|承諾|申請|作日|[名訂清]單|表|證|寶|帳戶|股東|共濟)里(?![程長民])/g

function convertFromChina(text: string): string {
  const convert = (fromChina ??= createFromChina())
  const traditional = convert(text)
    .replaceAll(ISSUED, '發')
    .replaceAll(NO_TABLE, '臺')
    .replaceAll(INSIDE, '裡')
    .replaceAll(HULI, '湖里')
  return traditional.replaceAll(MAINLAND_WORD, (word: string) => SAID_IN_TAIWAN.get(word) ?? word)
}

function scriptTables(): Tables {
  if (tables !== undefined) return tables
  const simplified = new Uint16Array(0x10000)
  const script = new Uint8Array(0x10000)
  for (const pair of TRADITIONAL_TO_SIMPLIFIED.split('|')) {
    const [traditional = '', simple = ''] = pair.split(' ')
    if (traditional.length !== 1 || simple.length !== 1) continue
    simplified[traditional.charCodeAt(0)] = simple.charCodeAt(0)
    script[traditional.charCodeAt(0)] = 1
  }
  for (const [variant, usual] of VARIANTS) simplified[variant.charCodeAt(0)] = usual.charCodeAt(0)
  for (const pair of SIMPLIFIED_TO_TRADITIONAL.split('|')) {
    const [simple = ''] = pair.split(' ')
    if (simple.length === 1 && !SHARED.has(simple) && script[simple.charCodeAt(0)] === 0)
      script[simple.charCodeAt(0)] = 2
  }
  tables = { simplified, script }
  return tables
}

function holds(text: string, script: 1 | 2): boolean {
  const marks = scriptTables().script
  for (let index = 0; index < text.length; index += 1) if (marks[text.charCodeAt(index)] === script) return true
  return false
}

/** The text in simplified characters and mainland words (臺灣 → 台湾, 軟體 → 软件). Text without traditional characters comes back as it is. */
export function toSimplified(text: string): string {
  return holds(text, 1) ? convertToChina(text) : text
}

/** The text in traditional characters as written in Taiwan, with its words for everyday things; names of documents and laws stay the official ones. */
export function toTraditional(text: string): string {
  return /[\u3400-\u9fff]/.test(text) ? convertFromChina(text) : text
}

/** The name of a place in traditional characters: 里 in one is a lane, and never the inside of something. */
export function toTraditionalPlace(name: string): string {
  return toTraditional(name).replaceAll('裡', '里')
}

/**
 * The text with full-width forms halved and every traditional character replaced by its simplified one.
 * The length never changes, so offsets in the result are offsets in the given text.
 */
export function foldCharacters(text: string): string {
  const { simplified } = scriptTables()
  let folded = ''
  let copied = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    const replacement = narrow(code) || simplified[code] || 0
    if (replacement === 0) continue
    folded += text.slice(copied, index) + String.fromCharCode(replacement)
    copied = index + 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
}

/** The half-width form of a character, 0 when it has none. */
function narrow(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  if (code === 0x3000 || code === 0xa0) return 0x20
  return code === 0xffe5 ? 0xa5 : 0
}

/** The written form of a text: `en` when it has no Han character and at least two Latin letters; Chinese that does not tell counts as `undecided`. */
export function readLocale(text: string, undecided: Exclude<Locale, 'en'> = 'zh-Hans'): Locale {
  if (!/[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud87f]/.test(text))
    return /\p{Script=Latin}\P{Script=Latin}*\p{Script=Latin}/u.test(text) ? 'en' : undecided
  const marks = scriptTables().script
  let traditional = 0
  let simple = 0
  for (let index = 0; index < text.length; index += 1) {
    const mark = marks[text.charCodeAt(index)]
    if (mark === 1) traditional += 1
    else if (mark === 2) simple += 1
  }
  if (traditional === simple) return undecided
  return traditional > simple ? 'zh-Hant' : 'zh-Hans'
}
