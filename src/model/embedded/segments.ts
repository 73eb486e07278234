import { asksAbout } from '../../language/index.ts'
import { hear, type Act, type SectionSlug } from './hear.ts'
import { KINDS, readSituations } from './situations.ts'
import { residueOf } from './subject.ts'

/** A part of a message that is about one matter: what it asks of it, and whether it wants it started. */
export type Segment = {
  readonly text: string
  readonly sections: readonly SectionSlug[]
  readonly acts: ReadonlySet<Act>
  readonly asks: boolean
  /** False when only asking words are left: its matter is that of the conversation. */
  readonly ownSubject: boolean
  /** Its clauses, so that each question in it can be answered. */
  readonly clauses: readonly Clause[]
  /** What she told of herself after the answer, where the former question is asked again with it: 我是自己辞职的. */
  readonly told?: string
}

export type Clause = {
  readonly text: string
  readonly sections: readonly SectionSlug[]
  readonly asks: boolean
  /** True when it asks whether something may be (能刷医保卡吗) or for how long it is good. Any section may hold the answer. */
  readonly open: boolean
  /** True for a question by its form, not only by the thing it names. */
  readonly formed: boolean
}

/** Segments beyond this many are joined into the last: a turn searches at most three times. */
const MOST = 3

const CONNECTIVE = /顺便|顺带|另外|还有(?=[^吗么没\d]{2})|同时|对了|再问|还想问|也想问|also\b/
const ASKS =
  /干[嘛吗啥]|[吗么嘛]\s*$|[吗呢？?]|不$|没$|如何|怎|咋|(?:什么|啥)(?![都也])|谁|哪|几|(?<!差不|没|不)多[少久大长远高重]|是否|能否|可否|[能要会可有是行好对算]不[能要会可是行好对算]|有没有|要不要|(\p{Script=Han})不\1|是[^，,。]{1,14}还是|^那?(?:可以|能|会|要).{2,}[啊吧]$|^(?:(?:and|but) )?(?:how|what|when|where|which|who|can|do|does|is|are|may|must|should)\b/u

/** 想了解居住证 asks about a matter, and names no point of it. */
const WISHES_TO_KNOW = /[想要](?:问|咨询|请教|打听|了解)/u

/** 还没, 都不 answer a question; 要带照片不 asks one. */
const SHORT_NO = /^(?:还|都|也|暂时|目前|现在|从来|我|就|确实)*[不没]$/
/** What nobody names but to ask for it, unless the clause says something of it. */
const ASKED_FOR = /材料|资料|流程|步骤|手续费|费用|工本费|时限|条件|依据/
const STATES = /[是为了有没不]|[:：]|\d/

type Heard = {
  text: string
  sections: SectionSlug[]
  acts: Set<Act>
  asks: boolean
  open: boolean
  formed: boolean
  own: boolean
  linked: boolean
}

const MAY = /[能可会行]|[吗嘛么不没]\s*[?？]?$|\b(?:can|may|do i (?:have|need) to)\b/
/** How long a paper is good for, and until when one has to act, is said where it is spoken of, not with how long handling takes. */
const VALIDITY =
  /有效期|(?:管|用|放|有效)(?:个)?(?:多久|几年|几个月|多长时间)|几年(?:的|一换)|延(?:长|期|后)?(?:多久|几年|几个月|几天)|(?:多久|几天|几个月)之?内(?:要|得|必须)|valid|good for/
const CONDITIONS = /条件|资格|符合|谁|什么人|哪些人|几岁|多大|年龄|eligib|qualif|who can|requirement/

/**
 * Splits a message into matters. Expects the plain form; clauses without a question are context for their neighbour.
 * `titles` are names of services said in it: their words (费用, 投诉, 申领) name the matter, and neither ask nor act.
 */
export function readSegments(plain: string, titles: readonly string[] = []): Segment[] {
  const clauses = splitClauses(plain.replaceAll(BEFORE_EACH, ''))
    .flatMap((clause) => splitPair(clause))
    .map((text) => hearClause(text, titles))
  if (clauses.some(({ formed }) => formed)) {
    clauses.forEach(dropWish)
    clauses.forEach(dropMay)
  }
  const groups: Heard[][] = []
  for (const heard of clauses) {
    const current = groups.at(-1)
    if (current && !opensMatter(heard, current)) current.push(heard)
    else groups.push([heard])
  }
  while (groups.length > MOST) groups.splice(-2, 2, [...(groups.at(-2) ?? []), ...(groups.at(-1) ?? [])])
  return groups.map(toSegment)
}

/** 结婚登记和上户口，各要带什么: what is asked of each belongs to their list. */
const BEFORE_EACH = /[，,]\s*(?=各自?(?:要|多少|怎么|带|交|在哪|去哪))/gu

const RELATIVE = '[爸妈爷奶哥姐弟妹叔伯姑姨舅儿女孙娃]|老[公婆人]|孩子?|父母?亲?|母亲?|丈夫|妻子?|配偶|子女'

/** Words that ask to have it done. */
const REQUEST = new RegExp(
  `帮|(?<![户卖转寄发送赔留还交打付租])[给替]我(?!们?的|们?家?(?:${RELATIVE}))|顺便|顺带|\\bhelp me\\b|\\bfor me\\b|\\bstart\\b`,
)
/** Words that want it done now, unless they ask whether or how it is: 能不能直接办, 要不要登记一下, 要预约吗. */
const AT_ONCE =
  /现在(?!准备|想|打算|正|要(?!你|您)|需要|急)|马上|直接|立刻|这就|那就|开始|启动|发起|一下|吧$|预约|\bnow\b/u

/** 能给我开证明吗 asks whether it is granted, where 能帮我开 asks for help. */
const GRANTED =
  /(?:(?:能不能|可不可以)[先再也]?给我(?![^，。！？]{0,12}一下)|(?:能|可以|会|肯|让)[先再也]?给我(?![^，。！？]{0,12}一下)[^，。！？]*(?:吗|嘛|么|不|[?？])\s*$)/u
/** 家人可以帮忙申请吗 asks who may help, and not for our help. */
const HELPED = new RegExp(
  `(?:我|咱|家[人属里]|亲[戚属]|朋友|同[事学]|${RELATIVE}|[别他]人|人家|单位|公司|老板|中介|律师|谁)们?(?:自己|也|还|就|都)?(?:能不能|可不可以|能否|可否|能|可以|会|来|去)(?![^，。？！]{0,6}[你您])[^，。？！]{0,6}[帮替代](?:忙)?[^，。？！]*(?:吗|嘛|么|不|行|[?？])\\s*$`,
  'u',
)

/** Can someone else apply for me, may my wife sign it: the same in English. */
const HELPED_BY = /\b(?:can|could|may)\s+(?!you\b)(?:\w+\s+){1,4}(?:apply|do|go|collect|sign|file|register|submit)\b/u

/** 想办居住证，要带什么 wants the answer first; 顺便帮我办 wants the form as well. */
function dropWish({ text, acts, formed }: Heard): void {
  const wanted = REQUEST.test(text) || (!formed && AT_ONCE.test(text))
  if (!wanted || GRANTED.test(text) || HELPED.test(text) || HELPED_BY.test(text)) acts.delete('apply')
}

/** Beside a question, 想去香港看演唱会 and 我可以网签 only tell. */
function dropMay(clause: Heard): void {
  if (!clause.formed && clause.open) Object.assign(clause, { asks: false, sections: [] })
}

/** Words for a search, 临时身份证 办理, name a matter and what is done about it, and want nothing started. */
const KEYWORDS = /^[^我咱帮给替]*\p{Script=Han}\s+(?:办理?|申[请领办报])$/u

function hearClause(text: string, titles: readonly string[]): Heard {
  const words = withoutTitles(text, titles)
  const { sections, acts } = hear(words)
  const may = MAY.test(words) && !CONDITIONS.test(words)
  return {
    text,
    // 能网上办吗 asks where, not who: "may" names who may only when nothing else is named.
    sections: may && sections.length > 1 ? sections.filter((section) => section !== 'who') : [...sections],
    acts: new Set(KEYWORDS.test(text) ? acts.filter((act) => act !== 'apply') : acts),
    asks: sections.length > 0 || ASKS.test(words) || namesOnlyMatter(words),
    open:
      (may && sections.every((section) => section === 'who')) ||
      (sections.length > 0 && sections.every((section) => section === 'time') && VALIDITY.test(words)),
    formed: (ASKS.test(words) && !SHORT_NO.test(words)) || (ASKED_FOR.test(words) && !STATES.test(words)),
    own: residueOf(text).some((run) => !isOnlyCircumstance(run)),
    linked: CONNECTIVE.test(text),
  }
}

/** 我问下居住证, 想了解居住证: asked about as a whole. */
function namesOnlyMatter(words: string): boolean {
  return asksAbout(words) || WISHES_TO_KNOW.test(words)
}

/** 加急, 邮寄 are no matter, but how one is handled. */
function isOnlyCircumstance(run: string): boolean {
  return run.length === 2 && [...readSituations(run)].some((one) => HANDLING.has(one))
}

const HANDLING: ReadonlySet<string> = new Set(['urgent', 'post', 'online', 'agent', 'elsewhere'])

/** A clause opens a new matter when it names one of its own and the clauses before already ask about, or start, another. */
function opensMatter(heard: Heard, current: readonly Heard[]): boolean {
  if (!heard.own) return false
  const busy = current.some((clause) => clause.own && (clause.asks || clause.acts.has('apply')))
  if (heard.linked) return current.some((clause) => clause.own)
  return busy && (heard.asks || heard.acts.has('apply'))
}

/** 能刷医保卡吗 names a thing, not the section that says so. */
export function wantedOf({ open, sections }: Clause): readonly SectionSlug[] {
  return open ? [] : sections
}

/** The text with a neutral word for every title in it. */
export function withoutTitles(text: string, titles: readonly string[]): string {
  return titles.reduce((rest, title) => rest.replaceAll(title, '这件事'), text)
}

function toSegment(group: readonly Heard[]): Segment {
  return {
    text: group.map((clause) => clause.text).join(' '),
    sections: [...new Set(group.flatMap((clause) => clause.sections))],
    acts: new Set(group.flatMap((clause) => [...clause.acts])),
    asks: group.some((clause) => clause.asks),
    ownSubject: group.some((clause) => clause.own),
    clauses: group.map(({ text, sections, asks, open, formed }) => ({ text, sections, asks, open, formed })),
  }
}

/**
 * One of several questions with what she told before it, and a bare one with the question that tells what happened: 丢了怎么补，
 * 要钱不. What was told before another question is not told for one that asks for a section: 几天能下来.
 */
export function inContext({ clauses }: Segment, clause: Clause): string {
  const before = clauses.slice(0, clauses.indexOf(clause))
  const last = before.findLast(({ asks }) => asks)
  const since = last !== undefined && wantedOf(clause).length > 0 ? before.slice(before.indexOf(last)) : before
  const told = since.filter(({ asks }) => !asks)
  const happened = last !== undefined && [...readSituations(last.text)].some((one) => KINDS.has(one))
  const goesOn = happened && residueOf(clause.text).length === 0 ? [last] : []
  return [...told, ...goesOn, clause].map(({ text }) => text).join(' ')
}

/** The question that a choice lets go on; a choice that is no service tells more of the case: 男方. */
export function askedAgain(before: Segment | undefined, chosen: string, isService: boolean): Segment {
  if (before === undefined)
    return { text: chosen, sections: [], acts: new Set(), asks: false, ownSubject: true, clauses: [] }
  return isService ? before : withMore(before, chosen)
}

/** The question with something more told. */
export function withMore(question: Segment, told: string): Segment {
  const clause = { text: told, sections: [], asks: false, open: false, formed: false }
  return { ...question, text: `${question.text} ${told}`, clauses: [...question.clauses, clause], told }
}

/** The question as it was before she told more. */
export function withoutTold({ told: _told, ...segment }: Segment): Segment {
  const clauses = segment.clauses.slice(0, -1)
  return { ...segment, clauses, text: clauses.map(({ text }) => text).join(' ') }
}

/** The segment with only those clauses asking that have the form of a question: the others tell something. */
export function asTold(segment: Segment): Segment {
  const clauses = segment.clauses.map((clause) =>
    clause.formed || namesOnlyMatter(clause.text) ? clause : { ...clause, sections: [], asks: false, open: false },
  )
  return {
    ...segment,
    clauses,
    sections: [...new Set(clauses.flatMap(({ sections }) => sections))],
    asks: clauses.some(({ asks }) => asks),
  }
}

const PAIR = /^(.{2,10}?)(?:和|跟|与|还有|以及)(.{2,10}?)(都|分别|各自?)(.+)$/

/** 身份证和驾照都丢了怎么补 asks the same of two matters. */
function splitPair(clause: string): string[] {
  const [, one, other, , rest] = PAIR.exec(clause) ?? []
  if (!one || !other || !rest || residueOf(one).length === 0 || residueOf(other).length === 0) return [clause]
  return hear(rest).sections.length > 0 ? [`${one}${rest}`, `${other}${rest}`] : [clause]
}

/**
 * Clauses: split at marks that end a thought, at a space between Han characters, and before connectives. What is done
 * about a matter stays with its name: 临时身份证 办理.
 */
function splitClauses(plain: string): string[] {
  return plain
    .split(
      /[，,。！!；;\n]+|(?<=[？?])|\.(?=\s|$)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})(?!(?:办理?|申[请领办报])\s*$)|(?=顺便|顺带|另外|对了|再问)/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 0)
}
