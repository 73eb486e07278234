import type { Briefing } from '../briefing.ts'
import type { PassagesResult } from '../tool-contract.ts'
import type { Clause, Segment } from './segments.ts'
import { namesOfService, residueOf } from './subject.ts'

type FoundGuide = PassagesResult['guides'][number]

type Followed = {
  readonly segment: Segment
  /** The guide of the conversation, or of the form in hand. */
  readonly inHand: FoundGuide
  /** What her words find without it. */
  readonly alone: PassagesResult
  readonly services: Briefing['services']
}

/** A guide this sure is another matter when it is named; unnamed it has to be surer, and the one in hand out of the question. */
const NAMED_CONFIDENCE = 0.7
const UNNAMED = { confidence: 0.95, inHand: 0.05 }
/** Words that have nothing at all to do with the guide in hand need less to be about another. */
const FAR = { confidence: 0.45, inHand: 0.005 }
/** A name that says less of the guide than others in the words do is none. */
const NAMED = 0.8

/**
 * The guide that words after an answer are about: the one in hand, unless they name another matter or ask what only
 * another can mean; undefined when they are about none. Who it is for, how old, since when and in what circumstances
 * says nothing of the matter. Measured by `npm run bench:follow-ups`.
 */
export function followedGuide({ segment, inHand, alone, services }: Followed): FoundGuide | undefined {
  const [best] = alone.guides
  const own = alone.guides.find(({ token }) => token === inHand.token)
  if (best === undefined || best.token === inHand.token)
    return alone.foreign === true && hasSubject(segment) ? undefined : inHand
  if (isNamed(best) && best.confidence >= NAMED_CONFIDENCE && (own?.named ?? 0) < NAMED) {
    return asksOf(best, segment, services) ? best : inHand
  }
  if (!hasSubject(segment)) return inHand
  if (alone.foreign === true) return undefined
  const onlyOther =
    (best.confidence >= UNNAMED.confidence && (own?.confidence ?? 0) < UNNAMED.inHand) ||
    (best.confidence >= FAR.confidence && (own?.confidence ?? 0) < FAR.inHand && segment.clauses.some(asksOfMatter))
  return segment.asks && onlyOther ? best : inHand
}

/** True when the words say the name of the guide's matter. */
export function isNamed({ named }: FoundGuide): boolean {
  return (named ?? 0) >= NAMED
}

/** People, ages, spans, times and circumstances of one's own. */
const OF_ONESELF = new RegExp(
  '一定|必须|非得|邮?寄(?:给|到|过来|来)?|(?:我|你|您|他|她|咱)(?:们)?(?:自己|家里|家|的)?|' +
    '(?:老|小|大|二|前)?(?:爸|妈|爹|娘|爷|奶|哥|姐|弟|妹|叔|伯|姨|舅|姑){1,2}|父亲|母亲|父母|外[公婆]|阿[公嬷姨]|姥[姥爷]|公公|婆婆|岳[父母]|丈母?[人娘]|' +
    '[老前](?:公|婆|夫|妻)|丈夫|妻子|夫妻|媳妇|爱人|配偶|对象|先生|太太|[男女](?:朋友|友|的|生|性)|未婚[夫妻]|儿子|女儿|闺女|孩子|小孩|娃|宝[宝贝]|双胞胎|孙[子女]|亲戚|亲属|家[人属]|老人家?|' +
    '老乡|朋友|同学|同事|室友|学生|外地人?|本地人?|外省|老家|国外|当地|这[边里]|那[边里]|' +
    '(?:还?[没未]|已经?|快|刚)?(?:满|到)?[\\d一二三四五六七八九十两几半百千万多]+(?:周岁|岁|年|个?月|天|号|日|周|个?星期|口人?|个人|块|元)?(?:[多半])?|今年|去年|前年|明年|[上下这]个?(?:月|周|星期)|昨天|后天|周[一二三四五六日末]|一起|一直|已经|刚刚|刚才?|' +
    '\\b(?:wife|husband|partner|girlfriend|boyfriend|mother|mom|mum|father|dad|parents?|grand\\w+|son|daughter|child|children|kids?|baby|family|friends?|boss|years?|months?|weeks?|old|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\b',
  'g',
)

/** 她走不动，一定要本人去吗 tells of her, and asks of no other matter. */
function asksOfMatter({ formed, text }: Clause): boolean {
  return formed && hasSubject({ text })
}

function hasSubject({ text }: Pick<Segment, 'text'>): boolean {
  return residueOf(text.replace(OF_ONESELF, ' ')).length > 0
}

const PAPER = /[证照卡簿本书明]$/
/** Before a name: it is lacked or over, or a paper of hers. */
const LACKED =
  /(?:没有?|未|无|不|刚|已经?|曾经?)(?:给|帮|替)?(?:[我他她咱]们?)?(?:办|领|有|去|参加|买|缴|交|开)?(?:过|到)?$/
const BROUGHT =
  /(?:带|拿|用|凭|持|交|提供|出示|复印|只有|有|需要|要)(?:着|上|了|过)?(?:本人|我|他|她|自己|孩子|父母|双方|原)?(?:们)?的?$/
/** After it: it has happened, it will do or not, or it is to be shown. */
const HAPPENED =
  /^(?:了|过(?![户期])|着|(?:以|之)?[前后]|期间|(?:大概|快|都|满)?[一二两三四五六七八九十半\d]+多?[年个天])/
const WILL_DO = /^(?:$|[吗么呢嘛]|(?:也|就)?(?:可以|能|行|算)[吗么不])/
const SHOWN =
  /^的?(?:原件|复印件|正本|(?:也|都|还)?(?:要不要|用不用|需要|要)?(?:带|交|提供|准备|出示)(?!些?(?:什么|啥|哪)))/
const TO_SHOW = /(?:要不要|用不用|需要|要)(?:带|交|提供|准备|出示)(?:吗|么|不|着|$)/
/** 我想离婚了 wants it; 我离婚了 tells it. */
const WISHED = /(?:想|要|打算|准备)$/

/** 身份证号 is a field to fill. */
const NUMBER = /^(?:上?的)?号码?/u

/** Whether another matter is meant by its name, and not told as one's circumstances or as a paper: 没领证, 结婚五年, 要带身份证吗. */
function asksOf(guide: FoundGuide, { text, asks }: Segment, services: Briefing['services']): boolean {
  const name = namesOfService(guide.service, services).find((one) => text.includes(one))
  // Said in other words than its names: only a question is about it.
  if (name === undefined) return asks && !TO_SHOW.test(text)
  const at = text.indexOf(name)
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)]
  if (NUMBER.test(after) || LACKED.test(before) || (HAPPENED.test(after) && !WISHED.test(before))) return false
  return !SHOWN.test(after) && !(PAPER.test(name) && BROUGHT.test(before) && WILL_DO.test(after))
}
