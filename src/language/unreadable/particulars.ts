import { clausesOf } from '../clause.ts'
import type { ElementId } from '../element.ts'
import { elements } from '../elements/elements.ts'
import { ELEMENT_WORDS } from '../elements/labelled.ts'
import { foldCharacters } from '../script.ts'

/** Elements whose values are known by their shape. */
const CODES = ['citizen-id', 'mobile', 'bank-card', 'email'] as const satisfies readonly ElementId[]
/** Elements that are read besides, once something shows that a person is described. */
const BESIDES = ['name', 'address', 'date'] as const satisfies readonly ElementId[]
const LABELS = [...CODES, ...BESIDES].flatMap((element) => ELEMENT_WORDS[element])
const LABEL = new RegExp(LABELS.toSorted((one, other) => other.length - one.length).join('|'), 'giu')
/** What goes with the particulars of a person, and asks for nothing. */
const AROUND =
  /抱歉|不好意思|对不起|不对|打错了?|写错了?|应该|性别|民族|汉族|出生(?:日期|年月)?|生日|联系|备注|申请人|申请事项|事项|本人|(?:爸爸?|妈妈?|父亲|母亲|老婆|老公|爱人|妻子|丈夫|孩子|儿子|女儿|爷爷|奶奶)|[我你您她他它的是叫为在住号码和跟与还有也男女无]|\b(?:sorry|actually|no|my|his|her|is|are|the|number|no|name|full|phone|mobile|id|card|identity|gender|sex|male|female|date|of|birth|address|email|and|f|m|i|am|im)\b/giu

const LABELLED =
  /(?:^|[\n，,。；;、])\s*(?:(?:我|她|他)叫|(?:[我她他]的?|本人的?|my\s)?(?:姓名|名字|地址|住址|name)\s?(?:[:：]|是|is\b))/iu
/** Where an address ends in the number of a house it is one, and no question about a place. */
const HOUSE = /\d+\s?(?:号楼?|弄|栋|幢|室|楼|单元|之\d+)$/u
/** A line of a form that was left open: 申请事项： or 备注：无. */
const LEFT_OPEN = /^[^\n:：]{1,24}[:：][ \t]*(?:无|没有|none|n\/?a)?[ \t]*$/gimu
const DAY = /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?/gu

/** True when a text tells nothing but who somebody is: a number known by its shape, an address or a filled-in label, and nothing that asks or names a matter. */
export function isOnlyParticulars(text: string): boolean {
  const folded = foldCharacters(text).replaceAll(LEFT_OPEN, ' ')
  const left = blank(folded, CODES, false)
  if (left === folded && !LABELLED.test(folded)) return isAddress(folded)
  const told = blank(left.replaceAll(DAY, ' '), BESIDES, true)
  if (told === folded) return false
  const rest = withoutSpelt(told.replaceAll(LABEL, ' ').replaceAll(AROUND, ' '), folded)
  return !/[\p{L}\p{N}]/u.test(rest)
}

function isAddress(text: string): boolean {
  if (!HOUSE.test(text.trim())) return false
  return elements.address
    .read(text, { today: '', asked: true })
    .some(({ start, end, problem }) => problem === undefined && text.slice(end).trim() === '' && start === 0)
}

/** The text with the values of some elements blanked out; `asked` takes bare values too, clause by clause. */
function blank(text: string, ids: readonly ElementId[], asked: boolean): string {
  return ids.reduce((held, id) => {
    const spans = asked ? clausesOf(held).map(({ start, end }) => ({ start, end })) : [{ start: 0, end: held.length }]
    return spans.reduce((kept, span) => {
      const found = elements[id].read(kept.slice(span.start, span.end), { today: '2000-01-01', asked })
      return found.reduce(
        (line, { start, end }) =>
          line.slice(0, span.start + start) + ' '.repeat(end - start) + line.slice(span.start + end),
        kept,
      )
    }, held)
  }, text)
}

/** Without a name spelt in Latin letters after its label: Name: Chen Test, my name is Chen Test. */
function withoutSpelt(plain: string, folded: string): string {
  const spelt = /\bname(?:\s+is|\s?[:：])\s*((?:\p{Lu}[\p{L}'’-]+\s?){1,4})/u.exec(folded)?.[1]
  const words = spelt?.trim().split(/\s+/u) ?? []
  return words.reduce((text, word) => text.replace(word, ' '), plain)
}
