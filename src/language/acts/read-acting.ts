import { foldCharacters, toSimplified } from '../script.ts'

/** For whom somebody acts (代办), as people say it. */
export const RELATIONS = ['child', 'father', 'mother', 'spouse', 'elder', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

const WORDS: Readonly<Record<Relation, string>> = {
  child: '孩子|小孩|宝宝|娃|儿子|女儿|闺女|孙子|孙女|外孙',
  father: '爸爸|老爸|父亲|爸|爹',
  mother: '妈妈|老妈|母亲|妈|娘',
  spouse: '老公|老婆|丈夫|妻子|爱人|配偶|太太',
  elder: '爷爷|奶奶|外公|外婆|姥爷|姥姥|阿公|阿嬷|老人家?|长辈',
  other: '哥哥|姐姐|弟弟|妹妹|[哥姐弟妹]|朋友|亲戚|邻居|同事|家人|家里人|别人|他人',
}
const ENGLISH: Readonly<Record<Relation, string>> = {
  child: 'child|son|daughter|kid',
  father: 'father|dad',
  mother: 'mother|mum|mom',
  spouse: 'wife|husband|spouse',
  elder: 'grandfather|grandmother|grandpa|grandma',
  other: 'friend|brother|sister|relative',
}

const DOING = '(?:代?办|申请|申领|申报|[领弄补换开交填]|续|登记|报名|提交|预约|报销)'
const READERS = RELATIONS.map((relation) => ({
  relation,
  chinese: new RegExp(
    `(?:替|帮|给|为|代)(?:我|我们|咱|咱们)?(?:自己)?(?:家里?的?|在[^，,。；;！!？?]{1,6}的)?(?:的)?(?:${WORDS[relation]})(?:[^，,。；;！!？?]{0,6}?|把[^，,。；;！!？?]{1,14}?)${DOING}`,
    'u',
  ),
  english: new RegExp(`\\b(?:for|on behalf of) my (?:${ENGLISH[relation]})\\b`, 'iu'),
}))
const ASKS =
  /[?？]|吗|嘛|能不能|可不可以|是不是|可以.{0,12}(?:么|不)$|怎么|什么|多少|哪|\b(?:can|may|how|what|do) i\b/iu
const MYSELF =
  /(?:是|给|帮|替)我?(?:自己|本人)(?:来|要|想)?(?:办|申请)|我(?:自己|本人)(?:来|要)?(?:办|申请)的?$|\bfor myself\b/iu

/**
 * For whom the message wants something done: a relation of the citizen's, `self` where she takes it back, undefined where it
 * says nothing of it. A question whether one may act for another wants nothing done yet.
 */
export function readActing(text: string): Relation | 'self' | undefined {
  const plain = toSimplified(foldCharacters(text))
  const clauses = plain.split(/[，,。；;！!\n]/u).filter((clause) => !ASKS.test(clause))
  for (const clause of clauses) {
    if (MYSELF.test(clause)) return 'self'
    const found = READERS.find(({ chinese, english }) => chinese.test(clause) || english.test(clause))
    if (found !== undefined) return found.relation
  }
  return undefined
}
