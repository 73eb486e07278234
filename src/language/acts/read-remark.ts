import { foldCharacters, type Locale } from '../script.ts'

/** What somebody says of the talk itself that carries more than its kind: another language, and anger. */
export type Remark =
  | { readonly kind: 'language'; readonly locale: Locale }
  /** What she says besides the insult, as she wrote it; empty when that asks nothing. */
  | { readonly kind: 'anger'; readonly rest: string }

const END = '[啊呀哦喔呢嘛吧哈啦了的噢吗么]{0,3}[，,。.!！?？~～\\s]*$'
const START = '^[，,。.!！?？~～\\s]*(?:那|请|麻烦|[你您](?!好)|能不能|可以|可不可以|再|好的?[，,]?|嗯+[，,]?){0,3}'
const whole = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'iu')
const SAY = '(?:说|讲|发|答|回答|回复|念|来|写)'

const ENGLISH = '(?:英文|英语|英語|english)'
const CHINESE = '(?:中文|汉语|普通话|国语|简体(?:中文|字)?|chinese)'
const TRADITIONAL = '(?:繁体(?:中文|字)?|繁體(?:中文|字)?|traditional chinese)'
const inLanguage = (name: string): RegExp =>
  whole(
    `(?:用|换成?|换作|改成?|改用|翻译成?|译成|切换(?:成|到)?|in)?\\s*${name}(?:版(?:本)?)?(?:再|重新|给我|跟我)*${SAY}?(?:给我|我|一?[遍次下]|看看?)*(?:${SAY}|听)?(?: please)?`,
  )

const INSULT =
  /(?:你们?|您们?|这(?:群|帮|些)|那(?:群|帮|些)|一(?:群|帮)|什么|真|就)(?:这)?(?:群|帮|些|个|家)?[^，。！？\s]{0,4}(?:废物|垃圾|饭桶|蠢货|蠢猪|白痴|傻子|傻[逼比叉]|脑残|混蛋|王八蛋|狗东西|吃干饭|饭桶|骗子政府|猪脑子)|^(?:滚|滚蛋|滚开|去死|妈的|他妈的|操|艹|靠|垃圾|废物|白痴|傻[逼比]|神经病|智障|有病|放屁|狗屁)[吧啊呀了吗开蛋]{0,2}(?=$|[，,。！!？?\s])|(?:帮我|替我)(?:去)?骂|\b(?:fuck(?:ing)?|bullshit|idiots?|morons?|useless (?:people|bot|thing)|piece of shit)\b/iu
const ASKS_BESIDES = /[?？]|怎么|咋|多少|多久|哪|什么|能不能|可以|[吗么]\s*$|\b(?:how|what|when|where|can|do)\b/iu

/** A wish for another language, as the whole of a message, and anger in it; undefined for anything else. In any script. */
export function readRemark(text: string): Remark | undefined {
  const folded = foldCharacters(text).trim()
  if (folded === '') return undefined
  if (inLanguage(ENGLISH).test(folded)) return { kind: 'language', locale: 'en' }
  if (inLanguage(TRADITIONAL).test(folded)) return { kind: 'language', locale: 'zh-Hant' }
  if (inLanguage(CHINESE).test(folded)) return { kind: 'language', locale: 'zh-Hans' }
  const insult = INSULT.exec(folded)
  if (insult === null) return undefined
  const clauses = text.split(/(?<=[，,。.！!？?；;\n])/u)
  const rest = clauses
    .filter((clause) => !INSULT.test(foldCharacters(clause)))
    .join('')
    .trim()
  return { kind: 'anger', rest: ASKS_BESIDES.test(foldCharacters(rest)) ? rest : '' }
}
