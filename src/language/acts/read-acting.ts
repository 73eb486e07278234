import { foldCharacters, toSimplified } from '../script.ts'

/** For whom somebody acts (代办), as people say it. */
export const RELATIONS = ['child', 'father', 'mother', 'spouse', 'elder', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** The field by which a form filled for somebody else says who that is. */
export const ACTING_RELATION = 'actingRelation'

const WORDS: Readonly<Record<Relation, string>> = {
  child: '孩子|小孩|宝宝|娃|儿子|女儿|闺女|孙子|孙女|外孙',
  father: '爸爸|老爸|父亲|爸|爹',
  mother: '妈妈|老妈|母亲|妈|娘',
  spouse: '老公|老婆|丈夫|妻子|爱人|配偶|太太',
  elder: '爷爷|奶奶|外公|外婆|姥爷|姥姥|阿公|阿嬷|老人家?|长辈',
  other:
    '哥哥|姐姐|弟弟|妹妹|姐夫|嫂子|[哥姐弟妹]|岳父|岳母|公公|婆婆|丈母娘|儿媳|女婿|舅舅|叔叔|伯伯|姑姑|姑妈|姨妈|阿姨|侄子|侄女|外甥|朋友|亲戚|邻居|同事|家人|家里人|别人|他人',
}
const ENGLISH: Readonly<Record<Relation, string>> = {
  child: 'child|son|daughter|kid',
  father: 'father|dad',
  mother: 'mother|mum|mom',
  spouse: 'wife|husband|spouse',
  elder: 'grandfather|grandmother|grandpa|grandma',
  other: 'friend|brother|sister|relative',
}

const PEOPLE = Object.values(WORDS).join('|')
/** A relative or somebody else, as one is spoken of: 我妈, 邻居, 在外地的女儿. */
export const PERSON = `(?:我|我们|咱|咱们)?(?:自己)?(?:家里?的?|在[^，,。；;！!？?]{1,6}的)?(?:的)?(?:${PEOPLE})`

const DOING = '(?:代?办|申请|申领|申办|申报|[领弄补换开交填参]|续|登记|报名|提交|预约|报销)'
const ACTS = `(?:[^，,。；;！!？?]{0,6}?|把[^，,。；;！!？?]{1,14}?)${DOING}`
const FOR = '(?:替|帮|给|为|代)'
const READERS = RELATIONS.map((relation) => ({
  relation,
  named: new RegExp(WORDS[relation], 'gu'),
  chinese: new RegExp(`${FOR}${PERSON.replace(PEOPLE, WORDS[relation])}${ACTS}`, 'u'),
  english: new RegExp(`\\b(?:for|on behalf of) my (?:${ENGLISH[relation]})\\b`, 'iu'),
}))
/** 我妈年纪大了，我替她办; 公司给他交 is what others do for him. */
const FOR_THEM = new RegExp(
  `(?<!(?:公司|单位|厂|厂里|学校|老板|店里|那边)(?:有|会|在|也|都|每月)?)${FOR}[他她]${ACTS}`,
  'u',
)
const ASKS =
  /[?？]|吗|嘛|能不能|可不可以|是不是|可以.{0,12}(?:么|不)$|怎么|什么|多少|哪|\b(?:can|may|how|what|do) i\b/iu
const MYSELF =
  /(?<!不)(?:是|给|帮|替)我?(?:自己|本人)(?:来|要|想)?(?:办|申请)|我(?:自己|本人)(?:来|要)?(?:办|申请)的?$|\bfor myself\b/iu
/** 不是帮我爸，是我自己. */
const NOT_FOR = new RegExp(`不是(?:要|想|来)?${FOR}${PERSON}`, 'u')
const IS_ME = /(?<!不)是(?:给|帮|替|为)?我(?:自己|本人)/u
/** 不是给我办 tells for whom it is not. */
const NOT_SO = /(?:不是|别|不用|不要)(?:要|想|来)?$/u

/**
 * For whom the message wants something done: a relation of the citizen's, `self` where she takes it back, undefined where it
 * says nothing of it. A question whether one may act for another wants nothing done yet.
 */
export function readActing(text: string): Relation | 'self' | undefined {
  const plain = toSimplified(foldCharacters(text))
  if (NOT_FOR.test(plain) && IS_ME.test(plain) && !ASKS.test(plain)) return 'self'
  let before = ''
  for (const clause of plain.split(/[，,。；;！!\n]/u)) {
    const earlier = before
    before += `${clause}，`
    if (ASKS.test(clause)) continue
    if (isSaid(MYSELF.exec(clause), clause)) return 'self'
    const found = READERS.find(({ chinese, english }) => isSaid(chinese.exec(clause), clause) || english.test(clause))
    if (found !== undefined) return found.relation
    const them = FOR_THEM.exec(clause)
    if (isSaid(them, clause)) return lastNamed(`${earlier}${clause.slice(0, them?.index)}`)
  }
  return undefined
}

const FOR_WHOM = new RegExp(
  `(?<=${FOR})${PERSON}(?=${ACTS})|${PERSON}(?:非要?|硬要?|就)?(?:让|叫|托|请|要|喊)我们?(?:来|去)?(?=${FOR}[他她]${ACTS})`,
  'gu',
)

const MAY_ACT = /[替帮给为代幫給為]/u

/**
 * The words without the person they act for: 给我老公办, 我爸让我帮他办 tell for whom it is, and whose husband he is of nobody else.
 */
export function withoutActing(text: string): string {
  return MAY_ACT.test(text) && toSimplified(text).length === text.length
    ? text.replaceAll(/[^，,。；;！!\n]+/gu, (clause) => {
        const plain = toSimplified(clause)
        if (ASKS.test(plain)) return clause
        const spans = Array.from(plain.matchAll(FOR_WHOM), ({ index, 0: found }) => [index, index + found.length])
        return spans.reduceRight((rest, [start, end]) => `${rest.slice(0, start)}${rest.slice(end)}`, clause)
      })
    : text
}

const SAID_OF = '(?=的|也|都|还|那[边份张个]|[啊呀呢吧了]?(?:$|[，,。；;！!？?\\s])|[想要]?[办补申])'
const PEOPLE_SPOKEN_OF = new RegExp(`(?:是[他她])?${PERSON}${SAID_OF}`, 'gu')

/** The words without the people they speak of: 我老公的也要办, 我是她女儿 name nobody's matter. 老人证 is one. */
export function withoutPeople(text: string): string {
  return toSimplified(text).replaceAll(PEOPLE_SPOKEN_OF, ' ')
}

function isSaid(match: RegExpExecArray | null, clause: string): boolean {
  return match !== null && !NOT_SO.test(clause.slice(0, match.index))
}

/** The relative named last. */
function lastNamed(words: string): Relation | undefined {
  const named = READERS.map(({ relation, named: word }) => ({
    relation,
    end: Math.max(-1, ...Array.from(words.matchAll(word), ({ index, 0: found }) => index + found.length)),
  }))
  const [last] = named.toSorted((one, other) => other.end - one.end)
  return last === undefined || last.end < 0 ? undefined : last.relation
}

/** Which child it is, as people say it. */
export const KINS = ['son', 'daughter', 'grandchild'] as const
export type Kin = (typeof KINS)[number]

const KIN_WORDS: Readonly<Record<Kin, RegExp>> = { son: /儿子/u, daughter: /女儿|闺女/u, grandchild: /孙[子女]|外孙/u }

/** Which child the message speaks of; undefined where it says nothing, or speaks of several. */
export function readKin(text: string): Kin | undefined {
  const plain = toSimplified(text)
  const [kin, ...others] = KINS.filter((one) => KIN_WORDS[one].test(plain))
  return others.length > 0 ? undefined : kin
}
