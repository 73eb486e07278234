/** Who somebody is to the citizen, as far as it tells whose value a clause gives. */
export type Person = 'self' | 'child' | 'spouse' | 'elder' | 'kin' | 'stranger' | 'third'

const WORDS: Readonly<Record<Exclude<Person, 'self'>, string>> = {
  child:
    '[大小]?儿子|[大小]?女儿|闺女|孩子(?![他她]?[爸妈])|小孩(?![他她]?[爸妈])|宝宝|小朋友|娃儿?(?![他她]?[爸妈])|老[大二三四](?![爷哥姐])|[大二三小]宝|[大小]的|(?:sons?|daughters?|kids?|children|child|baby)\\b',
  spouse:
    '老公|老婆|丈夫|妻子|爱人|太太|媳妇|老伴|先生|对象|[新前]?[男女]朋友|未婚[夫妻]|前[夫妻]|(?:孩子|小孩|娃)[他她]?[爸妈]|(?:husband|wife|partner|spouse|boyfriend|girlfriend)\\b',
  elder:
    '爸妈|父母|公婆|[老家]?[爸妈]{1,2}|父亲|母亲|爷爷|奶奶|外公|外婆|姥[爷姥]|阿[公嬷婆]|公公|婆婆|岳[父母]|丈人|丈母娘|(?:mother|father|mom|mum|dad|parents?|grandmother|grandfather)\\b',
  kin: '(?:[表堂大小二三]?[哥姐弟妹])[哥姐弟妹]?|嫂子|[姐妹]夫|弟媳|儿媳妇?|女婿|叔叔?|伯伯?|舅舅?|姑姑?|姑妈|姨妈?|阿姨|侄[子女]|外甥女?|外?孙[子女]|亲戚|(?:brother|sister|uncle|aunt|cousin|nephew|niece)s?\\b',
  stranger:
    '同事|同学|同[乡行批]|老乡|邻居|隔壁|对门|楼[上下]|室友|舍友|朋友|合伙人|\\p{Script=Han}{0,2}(?:[班组队工店]长|师傅|经理)|工头|中介|设计师|会计|租客|人家|别人|其他人|旁边|(?:colleague|coworker|friend|classmate|neighbou?r|boss|landlord|roommate)s?\\b',
  third: '[他她]们?|对方|(?:he|she|they)\\b',
}
const PEOPLE = ['child', 'spouse', 'elder', 'kin', 'stranger', 'third'] as const
const ANY = PEOPLE.map((person) => `(?<${person}>${WORDS[person]})`).join('|')
const NAMED = PEOPLE.map((person) => WORDS[person]).join('|')
const MINE = '(?:(?:my|our)\\s|我们?|咱们?|你|您)?(?:自己)?家?的?(?:亲)?'
/** What stands before the one a clause is about. */
const LEAD =
  '(?:(?:but|and|while|now|so)\\s|但是?|可是?|不过|然后|而且?|其实|反正|就|倒是?|像|因为|现在|目前|以前|之前|原来|本来|当时|后来|最后|去年|今年|前年|当然|听说|[你您]问|比如|同楼的|旁边的?|[那这](?:个|[次回]|边的?)?|\\s)*'
const SUBJECT = new RegExp(`^${LEAD}?${MINE}(?:${ANY})`, 'iu')
const SELF_SUBJECT = new RegExp(
  `^${LEAD}?(?:我(?!们?(?:自己)?家?的?亲?(?:${NAMED}))|本人|咱(?!们?家?的?(?:${NAMED}))|自己|(?:i|we|mine)\\b)`,
  'iu',
)
/** 138…是我老婆在用, 这是我同事的: whose a value is, said after it. */
const OWNED = new RegExp(`是${MINE}(?:${ANY})\\p{Script=Han}{0,2}(?:的|在?用|那边|拿着)`, 'u')
/** Herself somewhere in the words: 打我, 只有三台算我的. */
const SELF = new RegExp(`我(?!们?家?的?亲?(?:${NAMED}))|本人|自己|\\b(?:i|me|mine|myself)\\b`, 'iu')

/** A person a clause speaks of, with the word for them. */
export type Mention = { readonly person: Person; readonly word: string }

function mention(match: RegExpExecArray | null): Mention | undefined {
  for (const person of PEOPLE) {
    const word = match?.groups?.[person]
    if (word !== undefined) return { person, word: word.replace(/^(.)\1$/u, '$1') }
  }
  return undefined
}

/** 买我房子的, 撞我的那个: somebody by what was done to her. */
const DID_TO_HER = /[买卖租撞欠骗打雇]了?我们?\p{Script=Han}{0,3}的(?=[叫是那人])/gu

/** Whom a clause is about: its subject, or (`ofValue`) whose it calls the value; undefined where it names nobody. */
export function subjectOf(words: string, ofValue: boolean): Mention | undefined {
  const clause = words.replaceAll(DID_TO_HER, ' ')
  const owned = ofValue ? mention(OWNED.exec(clause)) : undefined
  if (owned !== undefined) return owned
  if (SELF_SUBJECT.test(clause)) return { person: 'self', word: '我' }
  return mention(SUBJECT.exec(clause)) ?? (SELF.test(clause) ? { person: 'self', word: '我' } : undefined)
}

const FOR = new RegExp(
  `(?:给|帮|替|为|轮到)${MINE}(?:${ANY})(?=[^，,。；;]{0,5}(?:[办领弄补换开交填参报登转]|申请|续|上(?!班)|$))`,
  'u',
)

/** For whom something is done: 给弟弟上户口. */
export function doneFor(clause: string): Mention | undefined {
  return mention(FOR.exec(clause))
}
const SOMEBODY = new RegExp(`${MINE}(?:${ANY})`, 'u')

/** The person a clause names first, wherever. */
export function namedIn(clause: string): Mention | undefined {
  return mention(SOMEBODY.exec(clause))
}
