import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import type { Segment } from './segments.ts'
import { namedService } from './subject.ts'
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

/** 投诉几天有结果, 能匿名举报吗: asks about complaints in general, and makes none of how she was served. */
export function asksAboutComplaints({ segments, plain }: Understanding): boolean {
  if (OF_SERVICE.test(plain) || makesComplaint(plain)) return false
  const own = segments.flatMap(({ clauses }) => clauses).filter(({ text }) => hear(text).acts.includes('complaint'))
  return own.length > 0 && own.every(({ formed }) => formed)
}

/** 我要投诉: says of itself what it is. */
export function makesComplaint(plain: string): boolean {
  return /我们?要(?:投诉|举报)/.test(plain)
}

/** 我要投诉公司欠薪 wants the complaint made; 欠薪去哪里投诉 asks. */
export function complains({ acts, asks }: Segment): boolean {
  return acts.has('complaint') && !asks
}
