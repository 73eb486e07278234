import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import type { Clause, Segment } from './segments.ts'
import { namedService, residueOf } from './subject.ts'
import type { Understanding } from './understand.ts'

/** Complaints about how the citizen was served, which a person hears. */
const OF_SERVICE = /你们|窗口|工作人员|办事员|客服|态度|不作为|乱收费|踢皮球|推来推去|来回折腾|白跑/

/** A complaint against somebody that a form here takes: her words name its matter, or fill it while it is in hand. */
export function isHandledHere({ briefing }: Turn, { plain, values }: Understanding): boolean {
  if (OF_SERVICE.test(plain)) return false
  if (briefing.application) return Object.keys(values).length > 0 || takesComplaints(briefing.application)
  const named = namedService(plain, briefing)
  return named !== undefined && takesComplaints(named)
}

function takesComplaints({ title }: { readonly title: string }): boolean {
  return hear(plainWords(title)).acts.includes('complaint')
}

/** 怎么投诉, 去哪里举报: the way to complain is asked for, whoever it is about. */
const ASKS_WAY =
  /(?:怎么|怎样|咋|如何|哪里?|哪儿|什么(?:地方|电话|渠道)|找谁)[^，。！？]{0,4}(?:投诉|举报|反映)|(?:投诉|举报|反映)(?:到|给|找)?(?:哪|谁)|(?:投诉|举报|反映)[^，。！？]{0,8}[，\s]?(?:怎么|怎样|咋|如何|去哪|在哪|向哪|找谁|哪个|哪里|打什么)/u

/** 复议材料送到哪里: beside what she complains of she asks where it is taken. */
function asksForPlace({ formed, sections, text }: Clause): boolean {
  return formed && sections.includes('where') && !hear(text).acts.includes('complaint')
}

/** 投诉几天有结果, 能匿名举报吗: asks about complaints in general, and makes none of how she was served. */
export function asksAboutComplaints({ segments, plain }: Understanding): boolean {
  const clauses = segments.flatMap((segment) => segment.clauses)
  if (ASKS_WAY.test(plain) || clauses.some((clause) => asksForPlace(clause))) return true
  if (makesComplaint(plain) || OF_SERVICE.test(plain)) return false
  const own = clauses.filter(({ text }) => hear(text).acts.includes('complaint'))
  return own.length > 0 && own.every(({ formed }) => formed)
}

/** 我要投诉 says of itself what it is; 我要投诉到哪里 asks. */
export function makesComplaint(plain: string): boolean {
  return /我们?要(?:投诉|举报)(?!(?:到|给|找)?(?:哪|谁))/.test(plain)
}

/** 我要投诉: that she complains, and nothing of whom or what. */
function isBareComplaint(plain: string): boolean {
  return hear(plain).acts.includes('complaint') && residueOf(plain.replace(COMPLAINING, ' ')).length === 0
}

const COMPLAINING = /投诉|举报|反映(?:一下|一个|个)?(?:问题|情况)?|\bcomplain\w*|\b(?:file|make|lodge)\b/gu

/** She complains and has not said of what: she is asked before anything is noted down. */
export function leavesOpenOfWhat({ briefing }: Turn, { plain }: Understanding): boolean {
  return briefing.application === undefined && isBareComplaint(plain)
}

/** What she complains of, told when she was asked: 办证的人一直玩手机. */
export function tellsComplaint({ briefing, earlier }: Turn, { acts, segments }: Understanding): boolean {
  const asked = briefing.application === undefined && isBareComplaint(plainWords(earlier.at(-1) ?? ''))
  const asksNow = segments.some(({ clauses }) => clauses.some(({ formed }) => formed))
  return asked && !acts.has('cancel') && !acts.has('deny') && !asksNow
}

/** 我要投诉公司欠薪 wants the complaint made; 欠薪去哪里投诉 asks. */
export function complains({ acts, asks }: Segment): boolean {
  return acts.has('complaint') && !asks
}
