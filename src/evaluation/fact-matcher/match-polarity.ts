import { speaksOf, namesItself } from './about.ts'
import { writtenForm, type Clause } from './clauses.ts'
import type { Finding, Polarity } from './fact.ts'
import { exceptedFrom, isExcepted, OPPOSITE, polarityOf } from './polarity-of.ts'
import { polarityWords } from './polarity-words.ts'

/** What a clause says against what is expected. What must not be done is not merely needless. */
const AGAINST: Readonly<Record<Polarity, readonly Polarity[]>> = {
  required: ['not_required'],
  not_required: ['required'],
  allowed: ['forbidden'],
  forbidden: ['allowed', 'required'],
}

/** What the clauses say of whether a thing is required, needless, allowed or forbidden. */
export function matchPolarity(clauses: readonly Clause[], expected: Polarity, about: readonly string[]): Finding {
  const aliases = about.map(writtenForm)
  const said = clauses.flatMap((clause, at) => {
    if (clause.asked) return []
    if (!speaksOf(clause, aliases) || (namesItself(clause, aliases) && isOfAnother(clause.text, aliases, clauses)))
      return []
    const polarity = asAct(saidIn(clauses, at, aliases), clause.text)
    return polarity === undefined ? [] : [{ polarity, clause }]
  })
  const wrong = said.find(
    ({ polarity, clause }) =>
      AGAINST[expected].includes(polarity) || (expected === 'required' && forbids(clause.text, aliases)),
  )
  if (wrong !== undefined) return { verdict: 'contradicts', evidence: wrong.clause.text }
  const right = said.find(({ polarity }) => polarity === expected)
  return right === undefined
    ? { verdict: 'missing', evidence: undefined }
    : { verdict: 'holds', evidence: right.clause.text }

  /** 不要转借 forbids an act; 不要户口簿 calls a paper needless; what can be done ends with 取消. */
  function asAct(polarity: Polarity | undefined, text: string): Polarity | undefined {
    const ofAct = expected === 'forbidden' || expected === 'allowed'
    return ofAct && polarity === 'not_required' && /不要|别|取消/.test(text) ? 'forbidden' : polarity
  }
}

/** 请勿预约: the thing itself is what must not be done. */
function forbids(text: string, aliases: readonly string[]): boolean {
  return aliases.some((alias) => new RegExp(`(?:勿|不得|不要|禁止|严禁|不[准许]|别)${RegExp.escape(alias)}`).test(text))
}

/** 以前要的证明 says nothing of today. */
const FORMERLY = /^(?:以前|过去|原来|原先|此前|从前)(?!.*(?:现在?|如今|不再))/u

/** By the clause itself, else the next one of its sentence (户口簿，不用带), else what it stands under (无需提交的材料：). */
function saidIn(clauses: readonly Clause[], at: number, aliases: readonly string[]): Polarity | undefined {
  const clause = clauses[at]
  if (clause === undefined) return undefined
  const own = FORMERLY.test(clause.text) ? undefined : polarityOf(clause.text, aliases)
  return own ?? following(clauses, at, aliases) ?? fromAbove(clause, aliases)
}

/** 承诺书未签的，不予受理: what must not be left undone is required. */
const LEFT_UNDONE = /(?:未|没有?|尚未)(?:签[字名订署]?|盖章?|填写?|带|提?交|提供|出示|缴纳?|办理?|通过|取得|完成)的$/u
const STRUCK_OUT = /^(?:现在?|目前|如今|已经?|都|也|一律|全部|均)*(?:取消|废止)了?$/u

function following(clauses: readonly Clause[], at: number, aliases: readonly string[]): Polarity | undefined {
  const own = clauses[at]
  const next = clauses[at + 1]
  if (own === undefined || next?.sentence !== own.sentence || next.above.join('|') !== own.above.join('|'))
    return undefined
  if (isExcepted(own.text, aliases)) return exceptedFrom(next.text)
  const [first] = polarityWords(next.text)
  if (LEFT_UNDONE.test(own.text)) return first?.polarity === 'forbidden' ? 'required' : undefined
  if (STRUCK_OUT.test(next.text)) return 'not_required'
  // A clause that names a thing of its own speaks of that one.
  const opening =
    first === undefined ? '' : next.text.slice(0, first.start).replaceAll(/[也都均就则还一律般但定只仅]|本人|您/g, '')
  return opening.length >= 2 ? undefined : polarityOf(next.text, [])
}

const YES = /^(?:是|[√✓✔]|[yY]|yes|需要?|必[须需]|必[备交]|要|可以?|支持|能)$/i
const NO = /^(?:否|[×✗xX]|[nN]|no|不(?:需要?|用|必|可以?|支持|能)|无需|可选|非必[须需要]|选交)$/i
const ASKS = /是否|能否|可否|需不需要|要不要|能不能|可不可以|必要性|要求|材料要件/
/** A list of materials is what is needed. */
const NEEDED_LIST =
  /(?:所需|需要?提交的?|需要?的|必备|应交|必带|申请|办理|提交)的?(?:申请)?(?:材料|资料|证件)\s*[:：]?$/

function fromAbove({ text, above }: Clause, aliases: readonly string[]): Polarity | undefined {
  const answer = YES.test(text) ? true : NO.test(text) ? false : undefined
  for (const head of above.toReversed()) {
    if (ASKS.test(head)) {
      if (answer === undefined) continue
      const asked =
        polarityWords(head.replace(/是否|能否|可否/, ''))[0]?.polarity ?? (/[能可]/.test(head) ? 'allowed' : 'required')
      return answer ? asked : OPPOSITE[asked]
    }
    if (!aliases.some((alias) => text.includes(alias))) continue
    const said = aliases.some((alias) => head.includes(alias)) ? undefined : polarityWords(head)[0]?.polarity
    if (said === 'not_required' || said === 'forbidden') return said
    if (said !== undefined || NEEDED_LIST.test(head)) return said ?? 'required'
  }
  return undefined
}

/** 身份证照片 and 身份证号码 are other things; 身份证复印件 is one where the text speaks of 身份证 as well. */
function isOfAnother(text: string, aliases: readonly string[], clauses: readonly Clause[]): boolean {
  const parts = (pattern: string) =>
    aliases.some((alias) => new RegExp(`${RegExp.escape(alias)}(?:${pattern})`).test(text))
  const plain = ({ text: other }: Clause) =>
    aliases.some((alias) => new RegExp(`${RegExp.escape(alias)}(?!的?(?:${COPY}|${PART}))`).test(other))
  if (plain({ text } as Clause)) return false
  return parts(`的?(?:${PART})`) || (parts(`的?(?:${COPY})`) && clauses.some(plain))
}

const COPY = '复印件|影印件|扫描件|电子版'
const PART = '照片?|相片|号码?|信息|正面|背面|丢失|丢了|遗失|被盗|过期|损坏'
