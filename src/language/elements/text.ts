import { asks } from '../asking.ts'
import { clausesOf } from '../clause.ts'
import type { DataElement, ElementContext, Reading } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { foldCharacters } from '../script.ts'
import { isBareAssent } from './bare-assent.ts'
import { bareText, BODY, UNTOLD } from './bare-text.ts'
import { lastWord } from './last-word.ts'
import { latinNameIn } from './latin-name.ts'
import { labelsOf, MISTAKEN } from './labelled.ts'
import { agreedName, tellsNoName } from './learnt-name.ts'
import { asksForName, isOfKind, wantedBy } from './named-thing.ts'
import { wordForNone } from './word-for-none.ts'

const MAX_LENGTH = 500

/** 文字: free words, read only after the field's label or as the answer to its question. */
export const text: DataElement = {
  id: 'text',
  label: '文字',
  secret: false,
  read: readText,
  check: (value) => {
    const trimmed = normalise(value)
    if (trimmed === '') return { ok: false, problem: '这一项还没有内容。' }
    return trimmed.length > MAX_LENGTH
      ? { ok: false, problem: `请不要超过${MAX_LENGTH}个字。` }
      : { ok: true, value: trimmed }
  },
  show: (value) => value,
}

/** Where the value starts on a line of a pasted form without colons: 工作单位 某某公司. */
function afterLineLabel(folded: string, at: number, length: number): number | undefined {
  if (!folded.includes('\n') || !/(?:^|\n)\s*$/.test(folded.slice(0, at))) return undefined
  const gap = /^[ \t]+(?=\S)/.exec(folded.slice(at + length))?.[0].length
  return gap === undefined ? undefined : at + length + gap
}

/** 工作单位：某某公司 想办：居住证: the next label ends the value. */
const NEXT_LABEL = /\s+\p{Script=Han}{2,10}\s?[:：].*$/u

function readText(words: string, context: ElementContext): Reading[] {
  const folded = foldCharacters(words)
  const lower = folded.toLowerCase()
  for (const label of labelsOf('text', context)) {
    for (let at = lower.indexOf(label); at >= 0; at = lower.indexOf(label, at + label.length)) {
      // 在单位是干部 tells what she is there, and names no body.
      if (/[在到从]/.test(folded.charAt(at - 1))) continue
      const link = new RegExp(
        `\\s?(?:${MISTAKEN}[，,]?)?(?:就|应该|打算|想)?(?:是|为|叫|填|写|改成|改为|[:：])\\s?[:：]?\\s?`,
        'y',
      )
      link.lastIndex = at + label.length
      const start = link.test(folded) ? link.lastIndex : afterLineLabel(folded, at, label.length)
      if (start === undefined) continue
      const line = /^[^，,。；;！!？?\n]{1,200}/.exec(folded.slice(start, start + 200))?.[0] ?? ''
      const value = line.replace(NEXT_LABEL, '').trimEnd()
      if (value !== '' && !/^(?:什么|啥|多少|怎么|哪|谁)/.test(value)) {
        const end = start + value.length
        return [
          { value: normalise(words.slice(start, end)), text: words.slice(start, end), start, end, confidence: 0.9 },
        ]
      }
    }
  }
  const told = readTold(words, folded, lower, context)
  return told === undefined ? readBare(words, context) : [told]
}

/** A label that asks with 什么 (卖什么) heard in a statement (打算卖服装), or a label right before the name of a body (原单位某某公司). */
function readTold(words: string, folded: string, lower: string, context: ElementContext): Reading | undefined {
  const employed = readEmployed(words, folded, context)
  if (employed !== undefined) return employed
  for (const label of context.labels ?? []) {
    const [, verb, noun = ''] = /^(\p{Script=Han}{1,3})什么(\p{Script=Han}{0,2})$/u.exec(label) ?? []
    const source =
      verb === undefined
        ? `(?<=^|[，,。；;！!\\s我])(?:${escape(label)})(?:全称|全名|名称|名字)?(?<value>[^，,。；;！!？?\\s是为叫不没]{2,24}${BODY})(?=$|[，,。；;！!\\s])`
        : `(?<=^|[，,。；;！!\\s]|打算|准备|主要|专门|是|想|我|就)(?<value>${escape(verb)}(?!\\d)[^，,。；;！!？?\\s]{1,24}${escape(noun)})(?=$|[，,。；;！!\\s])`
    const found = new RegExp(source, 'du').exec(lower)
    const [start, end] = found?.indices?.groups?.['value'] ?? []
    if (start === undefined || end === undefined || asks(folded.slice(start, end))) continue
    // 卖早点，豆浆油条: asked, the whole answer tells what is done.
    if (verb !== undefined && context.asked === true) continue
    if (verb !== undefined && IS_SOMEBODY.test(folded.slice(start + verb.length, end))) continue
    return { value: normalise(words.slice(start, end)), text: words.slice(start, end), start, end, confidence: 0.75 }
  }
  return undefined
}

/** 改成我: who, and not what. */
const IS_SOMEBODY = /^(?:我|你|您|他|她|本人|自己)(?:自己|们|来)?$/
/** 在某某公司上班 tells where she works, 在某某大学读书 where she studies, whichever was asked for. */
function readEmployed(words: string, folded: string, { labels = [] }: ElementContext): Reading | undefined {
  const doing = labels.includes('工作单位')
    ? '上班|工作|做工|打工'
    : labels.includes('就读学校')
      ? '读|念|上学'
      : labels.some((label) => label.endsWith('医院'))
        ? '生|看|住|做|治|就诊'
        : undefined
  const source = `(?<=^|[，,。；;！!\\s我])(?:现在|目前)?在(?<value>[^，,。；;！!？?\\s在是]{2,24}?${BODY})(?=${doing ?? ''})`
  const [start, end] =
    doing === undefined ? [] : (new RegExp(source, 'du').exec(folded)?.indices?.groups?.['value'] ?? [])
  if (start === undefined || end === undefined) return undefined
  return { value: normalise(words.slice(start, end)), text: words.slice(start, end), start, end, confidence: 0.75 }
}

function escape(label: string): string {
  return RegExp.escape(label.toLowerCase())
}

/** Fields that 同意 answers. */
const OPINION = /意见|意愿/u

/** The whole message as the answer to the field's question. */
function readBare(words: string, context: ElementContext): Reading[] {
  const whole = normalise(words)
  if (
    context.asked !== true ||
    whole === '' ||
    whole.length > MAX_LENGTH ||
    (isBareAssent(whole) && !OPINION.test((context.labels ?? []).join(' '))) ||
    /[?？]\s*$|(?:吗|么|(?<!(?:在|正|还)[^，,。]{0,20})呢)[?？]?$/.test(whole)
  )
    return []
  const none = wordForNone(whole, context)
  const value = none ?? codeIn(whole, context) ?? phraseIn(whole.replace(THINKING, ''), context)
  return value === undefined || value === ''
    ? []
    : [{ value, text: words, start: 0, end: words.length, confidence: none === undefined ? 0.5 : 0.8 }]
}

/** 全称我想想 …, 我找找啊，…: what she says while she looks it up. */
const THINKING =
  /^\p{Script=Han}{0,4}?(?:我?(?:先|再|来)?(?:想想|想一?下|找找|找一?下|看看|看一?下|查查|查一?下|翻翻|翻一?下|想好了|等一?下|稍等)(?:看|先|[啊哦呀哈])*)+[，,。：:\s]+(?=\S{2})/u

/** Questions for a phrase: who asks or does not know in the answer gives none. */
const PHRASES = /用途|经营|诊断|伤情|行业|变更后|新的内容|随迁|亲友|平台/

/** Questions for what is done for a living. */
const BUSINESS = /经营|行业/
const SOME = '[\\d一二两三四五六七八九十几]+'
/** 先招三个, 请两位师傅, 就我一个人: how many people there are, and nothing of what is done. */
const HOW_MANY_PEOPLE = new RegExp(
  `^[^，,。；;！!]{0,6}?(?:(?:招|请|雇|聘|用)(?:了|着)?${SOME}[个名位]?|${SOME}[个名位])(?:人|员工|工人|师傅|伙计|帮手|帮工|阿姨|小工|小妹|股东|合伙人)?(?:帮忙|干活|做|就够|够)?[了的吧啊呢]*$`,
  'u',
)

/** The answer without the clauses that only count people. */
function withoutCounts(whole: string): string {
  const clauses = whole.split(/(?<=[，,。；;！!])/u)
  const kept = clauses.filter(
    (clause) => !HOW_MANY_PEOPLE.test(foldCharacters(clause).replace(/[，,。；;！!\s]+$/u, '')),
  )
  return kept.length === clauses.length ? whole : kept.join('').replace(/[，,。；;！!\s]+$/u, '')
}
/** 招牌就挂“某某”: the name that the answer sets in marks, where it ends with it. */
const QUOTED =
  /^[^“”"「」『』]*(?:“(?<curly>[^“”]{2,30})”|["「『](?<straight>[^"」』]{2,30})["」』])[的吧了呀啊。.\s]*$/u

function phraseIn(whole: string, context: ElementContext): string | undefined {
  const labels = context.labels ?? []
  const latin = /姓名/.test(labels.join()) ? latinNameIn(whole) : undefined
  if (latin !== undefined) return latin
  const isName = asksForName(context)
  if (isName && IN_LATIN.test(whole)) return latinPlace(bareText(whole.split(',')[0] ?? whole, labels))
  const quoted = isName ? QUOTED.exec(whole)?.groups : undefined
  if (quoted !== undefined) return quoted['curly'] ?? quoted['straight']
  if ((isName || PHRASES.test(labels.join(' '))) && tellsNoName(foldCharacters(whole))) return undefined
  if (!isName && BUSINESS.test(labels.join(' '))) return bareText(withoutCounts(whole), labels)
  if (!isName || UNTOLD.test(foldCharacters(whole))) return bareText(whole, labels)
  const named = namesByClause(whole, context)
  // 建档在甲医院，生是在乙医院: which of them is meant only the citizen can tell.
  if (
    new Set(named.map(({ name }) => name)).size > 1 &&
    named.every(({ name, clause }) => clause.length > name.length + 1)
  )
    return nearestName(named, context)
  return nameIn(whole, context) ?? (named.length === 1 ? named[0]?.name : undefined)
}

const IN_LATIN = /^[\p{Script=Latin}\s'’.,-]+$/u

/** I'm Brazilian; from Canada, Toronto: the first of what is named, where it is no sentence. */
function latinPlace(said: string | undefined): string | undefined {
  return said !== undefined && said.split(/\s+/u).length <= 4 ? said : undefined
}

type Named = { readonly name: string; readonly clause: string }

/** The name whose clause alone shares most with the question: 首付走的建行，贷款是兴业银行, asked for the bank of the loan. */
function nearestName(named: readonly Named[], { labels = [] }: ElementContext): string | undefined {
  const asked = labels.join('')
  const shared = named.map(
    ({ name, clause }) => Array.from(clause.replace(name, '')).filter((character) => asked.includes(character)).length,
  )
  const most = Math.max(...shared)
  const best = named.filter((_, at) => shared[at] === most)
  return best.length === 1 ? best[0]?.name : undefined
}

function nameIn(words: string, context: ElementContext): string | undefined {
  return agreedName(lastWord(words), bareText(words, context.labels ?? []), context)
}

/** 开在集美区…, 三十平方: where a shop stands and how large it is, beside its name. */
const OF_PLACE = /[区街路镇]|\d|[一二三四五六七八九十]{1,4}(?:个?平|号)|^[就]?(?:开|在)在?/u

/** 某某医院，住了一周: the names that clauses tell by themselves. None where a later one takes back an earlier. */
function namesByClause(whole: string, context: ElementContext): Named[] {
  const clauses = clausesOf(whole).map(({ start, end }) => whole.slice(start, end))
  if (clauses.length < 2 || lastWord(whole) !== whole) return []
  const wanted = wantedBy(context)
  const isTitle = !wanted.body && !wanted.place && !wanted.person
  return clauses
    .filter((clause) => !(isTitle && OF_PLACE.test(foldCharacters(clause))))
    .map((clause) => ({ clause, name: nameIn(clause, context) ?? '' }))
    .filter(({ name }) => (isTitle ? name !== '' : isOfKind(foldCharacters(name), wanted, false)))
}

/** 闽残3502…: characters of the code itself, right before its digits. */
const HAN_LEAD = /(?<=^|[\s:：，,]|[号码是为])(?:(?![我你您他她的是为在有叫给这那写填号码证])\p{Script=Han}){1,4}$/u

/** What stands before the number of a person. */
const OF_PERSON = /(?:身[份分]证|手机|电话)(?:号码?)?(?:是|为)?[:：\s]{0,3}$/u

/** The code in an answer to a field of codes, without the words around it: 编号我看看，Y3501…. Empty when there are only numbers of people. */
function codeIn(whole: string, { labels = [] }: ElementContext): string | undefined {
  if (!/(?:编号|证号|代号)$/.test(labels[0] ?? '') || /[〔〕第字]/.test(whole)) return undefined
  const written = Array.from(whole.matchAll(/[A-Za-z\d]+(?:-[A-Za-z\d]+)*/g)).filter(
    ([code]) => /\d/.test(code) && code.length >= 6,
  )
  const codes = written.filter(({ index }) => !OF_PERSON.test(whole.slice(0, index)))
  const [code] = codes
  if (code === undefined && written.length > 0) return ''
  if (code === undefined || codes.length > 1) return undefined
  const lead = HAN_LEAD.exec(whole.slice(0, code.index))?.[0] ?? ''
  return `${lead}${code[0]}`
}
