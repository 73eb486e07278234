/** How two people stand to each other, as forms ask it. */
type Kin = 'spouse' | 'child' | 'father' | 'mother' | 'parent' | 'grandchild' | 'grandparent' | 'other'

const WORDS: Readonly<Record<Kin, string>> = {
  spouse:
    '老公|老婆|丈夫|妻子|爱人|太太|先生|媳妇|老伴|配偶|夫人|内人|夫妻|那口子|老头子|当家的|婆娘|孩子(?:他|她)?[爸妈]',
  grandchild: '外孙女?|孙子|孙女|孙辈',
  grandparent: '爷爷|奶奶|外公|外婆|姥爷|姥姥|阿公|阿嬷|祖父|祖母',
  father: '爸爸?|父亲|老爸|老父亲?|爹|家父',
  mother: '妈妈?|母亲|老妈|老母亲?|娘(?!家)|家母',
  parent: '父母|爸妈|双亲|爹妈|爹娘|老两口',
  child: '儿子|女儿|闺女|孩子|小孩|千金|老[大二三四]',
  other:
    '儿媳妇?|女婿|公公|婆婆|岳[父母]|丈母娘|丈人|嫂子|[姐妹]夫|哥哥?|姐姐?|弟弟?|妹妹?|兄弟|姐妹|叔叔?|伯伯?|舅舅?|姑姑?|姑妈|姨妈?|阿姨|侄子|侄女|外甥女?|表[哥姐弟妹]|堂[哥姐弟妹]|亲戚|朋友|邻居|同事',
}
const KINS = ['grandchild', 'grandparent', 'other', 'spouse', 'parent', 'child', 'father', 'mother'] as const
const ANY = KINS.map((kin) => `(?<${kin}>${WORDS[kin]})`).join('|')
/** 我是她弟弟, 她外婆, 我当妈的: what the citizen is to the other. */
const I_AM = new RegExp(
  `(?:我们?(?:就|也)?(?:是|算)(?!我)(?:老人|孩子|小孩|户主|逝者|死者|病人)?家?(?:[他她]们?)?(?:家)?的?(?:亲|大|小|二)?|(?<!是我)(?<![和跟给])[他她](?:的|亲)?|当)(?:${ANY})`,
  'u',
)
/** 孙女，他儿子都在国外: who she is, alone in the first clause. */
const BARE = new RegExp(`^\\s*(?:我?(?:就)?是?(?:亲|大|小)?)(?:${ANY})(?=[，,。；;！!\\s])`, 'u')
/** 她是我妈, 走的是我哥哥: what the other is to the citizen. */
const MINE = new RegExp(`我(?:们)?(?:家)?的?(?:亲|大|小|二)?(?:${ANY})`, 'u')
const INVERSE: Readonly<Record<Kin, Kin>> = {
  spouse: 'spouse',
  child: 'parent',
  father: 'child',
  mother: 'child',
  parent: 'child',
  grandchild: 'grandparent',
  grandparent: 'grandchild',
  other: 'other',
}
const LABELS: Readonly<Record<Kin, RegExp>> = {
  spouse: /配偶|夫妻/,
  child: /子女|孩子/,
  father: /父亲|父母/,
  mother: /母亲|父母/,
  parent: /父母/,
  grandchild: /孙/,
  grandparent: /祖/,
  other: /其他/,
}

/**
 * The option that says how the citizen (or, asked 是您的什么人, the other) stands to the other: 她是我妈 makes the citizen
 * a child. Undefined when the words name no relation, or no option fits.
 */
export function readRelation<Option extends { readonly label: string }>(
  folded: string,
  options: readonly Option[],
  ask: string,
): { option: Option; start: number; end: number } | undefined {
  const ofCitizen = /您是/.test(ask)
  const ofOther = /是您的/.test(ask)
  if (ofCitizen === ofOther || /[吗呢?？]\s*$/.test(folded)) return undefined
  const own = (ofCitizen ? BARE.exec(folded) : null) ?? I_AM.exec(folded)
  const other = own === null ? MINE.exec(folded) : null
  const match = own ?? other
  const kin = KINS.find((each) => match?.groups?.[each] !== undefined)
  if (match === null || kin === undefined) return undefined
  const role = (own !== null) === ofCitizen ? kin : INVERSE[kin]
  const option =
    options.find(({ label }) => LABELS[role].test(label) && (role === 'other' || !label.startsWith('其他'))) ??
    (role === 'parent' ? undefined : options.find(({ label }) => label.startsWith('其他')))
  return option === undefined ? undefined : { option, start: match.index, end: match.index + match[0].length }
}
