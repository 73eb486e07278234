import { speaksOf, namesItself } from './about.ts'
import type { Clause } from './clauses.ts'
import { writtenForm } from './clauses.ts'
import { quantitiesSaid, type Said } from './quantities-said.ts'
import type { Quantity, QuantityKind } from '../../language/index.ts'

/**
 * A quantity that a text says of a thing. `direct`: the very clause, or what it stands under, names the thing, or nothing
 * else is named in between; `loose`: the clause opens with a name of its own (邮寄费15元 under the heading 补领).
 */
export type Attributed = Said & { readonly clause: Clause; readonly direct: boolean; readonly loose: boolean }

/** Every quantity of some kinds that the clauses say of a thing; of anything when `about` is left out. */
export function attributed(
  clauses: readonly Clause[],
  kinds: readonly QuantityKind[],
  about: readonly string[] | undefined,
  wholeRanges = false,
): Attributed[] {
  const stated = clauses.map(({ text, asked }) =>
    asked ? [] : quantitiesSaid(text, wholeRanges).filter(({ quantity }) => kinds.includes(quantity.kind)),
  )
  return clauses.flatMap((clause, at): Attributed[] => {
    const own = stated[at] ?? []
    const [first] = own
    if (first === undefined) return []
    if (about === undefined) return own.map((said) => ({ ...said, clause, direct: true, loose: false }))
    const unexcepted = withoutExcepted(clause)
    if (namesItself(unexcepted, about))
      return belongingTo(clause.text, about, own).map((said) => ({ ...said, clause, direct: true, loose: false }))
    const loose = opensWithOwnName(clause.text.slice(0, first.quantity.start), first.quantity)
    if (speaksOf(unexcepted, about)) return own.map((said) => ({ ...said, clause, direct: true, loose }))
    // What a sentence speaks of may have been named before, as long as nothing of this kind was said in between.
    if (loose) return []
    for (let before = at - 1; before >= 0 && at - before <= MOST_BACK; before -= 1) {
      const earlier = clauses[before]
      if (
        earlier === undefined ||
        stated[before]?.some((said) => !said.denied && !boundsOtherSide(said.quantity, first.quantity)) === true ||
        differs(earlier, clause)
      )
        break
      if (speaksOf(withoutExcepted(earlier), about))
        return own.map((said) => ({ ...said, clause, direct: at - before === 1, loose: false }))
    }
    return []
  })
}

/** 最快5天、最慢15天: one states the least and the other the most. */
export function boundsOtherSide({ comparator }: Quantity, { comparator: other }: Quantity): boolean {
  return /^><|^<>/.test(comparator.charAt(0) + other.charAt(0))
}

/** How many clauses back a subject is looked for. */
const MOST_BACK = 3

/** Clauses under other headings do not continue one another. */
function differs(one: Clause, other: Clause): boolean {
  return one.above.join('|') !== other.above.join('|')
}

const EXCEPTED = /除了?[^，。；]{1,16}?(?:以外|之外|外)/g

/** What is excepted is not spoken of: 除补领外，收费20元. */
function withoutExcepted(clause: Clause): Clause {
  const text = clause.text.replaceAll(EXCEPTED, '')
  return text === clause.text ? clause : { ...clause, text, mainland: text }
}

/** Words that open a clause that goes on about what was named before. */
const GOES_ON = new RegExp(
  `^(?:${[
    '而|但|并|且|就|其|该|这|此|本[证件项业]?|它|每|各|单|全|总|共|合计|一[共般律次]|通常|正常|原则上|目前|现在?|统一|均|都|只|仅|就|才|也|另|再|最|大约|大概|约|将近|近|不|未|没|已|年?满|超|至[多少]|顶多|起码',
    '工本|制证|制作|手续|登记|办理|办结|办证|收费|费|标准|金额|价|数额|额度|限额|比例|期|时[限间长]|周期|有效|年[限龄]|人数|数量|面积|电话|热线|号码|日期|截[止至]|上限|下限|封顶|法定|承诺',
    '收|交|缴|支付|付|需|须|要|应|得|可|能|会|是|为|有|即|在|自|从|到|至|由|向|按|经|凭|持|以|达|领|发|审[核批查]|受理|答复|完成|提[交前出]|申请|携?带|请|连续|累计|超过|低于|高于|少于|多于|大于|小于',
    '我们|[您你]|本人|申请人|当事人|\\p{Script=Han}{0,6}(?:机关|部门|窗口|中心|单位|街道|社区|法院|[局所院]|委员会|公司|人员|系统|银行)',
  ].join('|')})`,
  'u',
)
/** An extension is a term of its own. */
const EXTENDS = /延长|延期|顺延|展期/

/** Whether the words before a quantity name a thing of their own, of which it is said. */
function opensWithOwnName(before: string, { kind }: Quantity): boolean {
  if (EXTENDS.test(before)) return true
  const words = before.replace(/^[^\p{Script=Han}]+/u, '')
  if (kind === 'count' || kind === 'length')
    return /\p{Script=Han}{2,}$/u.test(words.replace(/[需要交带备共各]+$/u, ''))
  return /^\p{Script=Han}{2}/u.test(words) && !GOES_ON.test(words)
}

const RESPECTIVELY = /分别/

/** Of several quantities in a clause, those that belong to the alias: behind it, or by its place in A和B分别为1年和5年. */
function belongingTo(text: string, about: readonly string[], own: readonly Said[]): readonly Said[] {
  if (own.length === 1) return own
  const each = respectively(text, about, own)
  if (each !== undefined) return [each]
  const places = about.map((alias) => text.indexOf(writtenForm(alias))).filter((at) => at >= 0)
  if (places.length === 0) return own
  const after = own.filter(({ quantity }) => places.some((place) => quantity.start > place))
  return after.length > 0 ? after : own
}

function respectively(text: string, about: readonly string[], own: readonly Said[]): Said | undefined {
  const at = RESPECTIVELY.exec(text)?.index
  if (at === undefined) return undefined
  const things = text.slice(0, at).split(/[、和与及]/)
  const values = own.filter(({ quantity }) => quantity.start > at)
  const thing = things.findIndex((one) => about.some((alias) => one.includes(writtenForm(alias))))
  return things.length === values.length ? values[thing] : undefined
}
