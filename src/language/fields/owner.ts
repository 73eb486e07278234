/** Words for the same person: whose phone, name or number a value is. */
const OWNERS: readonly (readonly string[])[] = [
  ['本人', '申请人', '我的', '我', '本身', 'my', 'applicant'],
  ['房东', '出租人', '出租方', '屋主', '房主', '业主', '二房东', 'landlord'],
  ['孩子', '小孩', '子女', '儿子', '女儿', '宝宝', '娃', '新生儿', '学生', 'child'],
  [
    '配偶',
    '老公',
    '老婆',
    '丈夫',
    '妻子',
    '爱人',
    '太太',
    '先生',
    '对象',
    '媳妇',
    '老伴',
    '家那位',
    '那口子',
    '当家的',
    '女朋友',
    '男朋友',
    '未婚妻',
    '未婚夫',
    'spouse',
    'husband',
    'wife',
  ],
  ['父亲', '爸爸', '老爸', '爸', 'father'],
  ['母亲', '妈妈', '老妈', '妈', 'mother'],
  ['代办人', '代理人', '经办人', '受托人', '委托人', 'agent'],
  ['监护人', 'guardian'],
  ['联系人', '紧急联系人', 'contact person'],
  ['法定代表人', '法人', '负责人', '老板', 'legal representative'],
  ['单位', '公司', '企业', 'employer', 'company'],
  ['老人', '老人家', '长辈', '爷爷', '奶奶', '外公', '外婆', '姥爷', '姥姥', '阿公', '阿嬷'],
  ['死者', '逝者', '亡者', 'deceased'],
  ['对方', '另一方', 'other party'],
]
const ALL = OWNERS.flatMap((words, owner) => words.map((word) => ({ word, owner }))).toSorted(
  (one, other) => other.word.length - one.word.length,
)

/** Index of the employer among the owners. */
export const ORGANISATION = 10

/** Index of the citizen herself among the owners. */
export const SELF = 0

const [LANDLORD, CHILD, SPOUSE, FATHER, MOTHER, AGENT, GUARDIAN, ELDER] = [1, 2, 3, 4, 5, 6, 7, 11] as const

/** Index of the other of two among the owners. */
export const OTHER_SIDE = 13

/** Whether a field of one owner is for the person spoken of: an elder may be a parent, the other side a spouse, and who speaks for another is the agent or the guardian. */
export function isOwner(owner: number, spoken: number): boolean {
  if (owner === ELDER) return spoken === ELDER || spoken === FATHER || spoken === MOTHER
  if (owner === OTHER_SIDE) return spoken === OTHER_SIDE || spoken === SPOUSE
  return owner === spoken || (isActor(owner) && spoken === SELF)
}

/** Whether the person spoken of is somebody of the citizen's family or her landlord. */
export function isRelative(spoken: number): boolean {
  return [LANDLORD, CHILD, SPOUSE, FATHER, MOTHER, ELDER].some((relative) => relative === spoken)
}

/** Whether the person spoken of is her child. */
export function isChild(spoken: number): boolean {
  return spoken === CHILD
}

/** Whether the person spoken of is an old one of the family. */
export function isElder(spoken: number): boolean {
  return spoken === ELDER
}

/** Whether the owner of a field is whoever fills the form in for another. */
export function isActor(owner: number | undefined): boolean {
  return owner === AGENT || owner === GUARDIAN
}

const HERSELF_TOO = new Set(
  ['本人', '代办人', '监护人', '联系人', '法定代表人'].map((word) => OWNERS.findIndex((words) => words.includes(word))),
)

/** Whether the owner of a field may be the citizen who fills the form. */
export function mayBeHerself(owner: number): boolean {
  return HERSELF_TOO.has(owner)
}

const SOMEBODY_ELSE = new Set(
  ['配偶', '孩子', '父亲', '母亲', '对方'].map((word) => OWNERS.findIndex((words) => words.includes(word))),
)

/** Whether an owner is surely somebody close to the citizen, and not herself. */
export function isSomebodyElse(owner: number): boolean {
  return SOMEBODY_ELSE.has(owner)
}

/** Whose value a label names; undefined when it names nobody. */
export function ownerOfLabel(label: string): number | undefined {
  const plain = label.toLowerCase()
  return ALL.find(({ word }) => word !== '我' && word !== '先生' && plain.includes(word))?.owner
}

/** A label without whose value it names: 出生 of 孩子出生. */
export function withoutOwner(label: string): string {
  return ALL.reduce((rest, { word }) => (word === '我' ? rest : rest.replace(word, '')), label)
}

/** Whose value the words before it speak of: the person named last (我儿子 is the child). */
export function ownerInWords(words: string): number | undefined {
  let best: { owner: number; end: number } | undefined
  for (const { word, owner } of ALL) {
    const at = word === '我' ? lastSelf(words) : words.lastIndexOf(word)
    const end = at + word.length
    if (at >= 0 && (best === undefined || end > best.end)) best = { owner, end }
  }
  return best?.owner
}

/** 号码我抄下来了: who looks a value up or writes it down need not be who it belongs to. */
const LOOKS_UP = /我(?:已经|刚刚?|再|先|这就|来|给你|帮[他她你])?(?:抄|查|翻|找|看|记|拍|念|核对|问|去拿|拿|发)(?!的)/gu

function lastSelf(words: string): number {
  return words.replaceAll(LOOKS_UP, (all) => ' '.repeat(all.length)).lastIndexOf('我')
}

/** Somebody other than the citizen, it is not said who. */
export const SOMEBODY = -1

/**
 * Whose values a clause that names nobody goes on with: 我爸叫陈样老，身份证… is his number still. Only a clause that gives a
 * value of somebody hands on; 公司裁员 tells of an event. `holdsValue`: whether a value stands in a stretch.
 */
export function ownerCarried(
  folded: string,
  before: number,
  holdsValue: (span: { start: number; end: number }) => boolean,
): number | undefined {
  let end = before
  for (const clause of folded
    .slice(0, before)
    .split(/[，,。；;！!？?\n]/u)
    .toReversed()) {
    const start = end - clause.length
    const owner = /我们?(?:和|跟|与)/.test(clause) ? SELF : ownerInWords(clause)
    if (owner !== undefined) return owner !== ORGANISATION && holdsValue({ start, end }) ? owner : undefined
    end = start - 1
  }
  return undefined
}

/** 我们给他取的, 爷爷取的名, 卖给我的那位: what follows is another's. */
const NOT_HERS =
  /(?:爸爸?|妈妈?|爷爷|奶奶|外公|外婆|老公|老婆)(?=(?:给(?:[他她]|孩子|宝宝))?[取起])|我们?给(?=\p{Script=Han}{1,4}[取起])|(?<=[给卖租找帮替陪欠撞打])了?我们?的?(?=[那这人])/gu

/** 我替她弄的，她叫: the last clause is hers, whoever the one before it speaks of. */
const GOES_ON_OF = /[，,。；;！!\s][他她](?!们)[^我，,。；;！!]{0,6}$/u

/** Whose value the last clause of what was said speaks of; 他 and 她 are whoever was spoken of before, 我和老婆 are the citizen. */
export function ownerSpokenOf(said: string, earlier: string): number | undefined {
  const clause = said.replaceAll(NOT_HERS, '')
  if (/我们?(?:和|跟|与)/.test(clause)) return SELF
  const named = ownerInWords(clause)
  const goesOn = named === SELF && GOES_ON_OF.test(clause)
  if (!goesOn && (named !== undefined || !/(?<!其)[他她]/.test(clause))) return named
  const before = ownerInWords(earlier)
  return before === undefined || before === SELF ? SOMEBODY : before
}

const WHO_I_AM =
  /我(?:就|也)?是(?:(?:孩子|小孩|宝宝|娃|儿子|女儿|[他她])[他她]?的?)?亲?(?<who>爸爸?|妈妈?|父亲|母亲)(?![的让给])/gu

/** Whether she said last that she is the father or the mother, 我是孩子妈妈: what is told of that person is then her own. */
export function speakerIn(said: readonly string[]): number | undefined {
  const who = said
    .flatMap((words) => Array.from(words.matchAll(WHO_I_AM), ({ groups }) => groups?.['who'] ?? ''))
    .at(-1)
  return who === undefined ? undefined : ownerInWords(who)
}

/** 我自己的没带: what she gives instead is not hers. */
const LACKS_OWN = /(?:我|本人)(?:自己|本人)?的[^，,。]{0,4}(?:没|不在|忘|不记得|找不)/u
const KIN =
  '儿子|女儿|闺女|孩子|小孩|老公|老婆|[爸妈]|父亲|母亲|爱人|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|[哥姐弟妹]'
/** 护照是给我女儿办，她叫…; 申请人是我奶奶，她叫…: the matter is that other person's. */
const FOR_ANOTHER = new RegExp(
  `(?:给|替|帮)我?(?:家|的)?(?:${KIN})[^，,。]{0,2}(?:办|申请|弄|领|做|补|换)|(?:申请|办证|参保|持卡|当事)的?人(?:就)?是我(?:家|的)?(?:${KIN})`,
  'u',
)

/** Whether she says that hers is not at hand, so that what she gives instead is another's. */
export function lacksOwn(folded: string): boolean {
  return LACKS_OWN.test(folded)
}

/** Whether she says that the matter is another's, whose particulars are then those that are asked for. */
export function isForAnother(folded: string): boolean {
  return FOR_ANOTHER.test(folded)
}
