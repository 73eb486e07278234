import { renderChinese } from '../../content/render-number.ts'
import type { Register } from '../../content/registers.ts'
import type { Service } from '../../content/service.ts'
import { joined, type Joined } from '../../language/index.ts'
import type { Provenance } from '../application.ts'
import { supplementOver, type SupplementOver } from '../cases/supplement-over.ts'
import type { LetterRefused } from '../kept/application-event.ts'
import type { Form } from '../forms/form.ts'
import { chineseRefusals, type RefusalWords } from './refusal-words.ts'

/** What happened to a filed case by our own hand; the department's words are its own. */
type CaseWords = {
  readonly submitted: string
  readonly received: string
  readonly withdrawn: string
  readonly supplemented: (labels: string) => string
  readonly rated: (score: number) => string
  /** What may come later is to be handed in soon; `day`: the last one. */
  readonly reminded: (label: string, day: string) => string
  readonly refused: (refused: LetterRefused) => string
}

/** How it is said that the department did not take something. */
type RefusedWords = Readonly<Record<'withdraw' | 'rate' | 'unsaid' | SupplementOver, string>> & {
  readonly why: (reason: string) => string
}

/** Picks the words for a letter that the department did not take; its own reason stays its own. */
export function letterRefused(say: RefusedWords): CaseWords['refused'] {
  return ({ letter, code, reason }) => {
    if (letter !== 'supplement') return say[letter]
    const over = supplementOver(code)
    if (over !== undefined) return say[over]
    return reason === undefined ? say.unsaid : say.why(reason)
  }
}

/** What a consent says of a source, in both languages. */
export type SourceWords = Pick<Register, 'title' | 'titleEn' | 'authority' | 'authorityEn' | 'purpose' | 'purposeEn'>

/** What code itself says of a form, beside the words that staff wrote for it: in the language of the form. */
export type FormWords = Joined & {
  readonly title: (service: Pick<Service, 'title' | 'titleEn'>) => string
  /** Where values may come from, as a consent names it. */
  readonly source: (source: SourceWords) => Pick<SourceWords, 'title' | 'authority' | 'purpose'>
  /** A line about one part of a bundle. */
  readonly ofPart: (title: string, text: string) => string
  /** Why a part of a bundle is not filed: her situation does not call for it. */
  readonly notApplying: string
  /** A fee out of its Chinese text: 免费, 40元, 以窗口公布为准. */
  readonly fee: (text: string) => string
  /** 受理后10个工作日内. */
  readonly deadline: (limit: NonNullable<Form['limit']>) => string
  /** Where a value came from, for people to read. Only what is shown: what is stored stays as it is. */
  readonly provenance: (provenance: Provenance) => Provenance
  /** 电子证照·居住证·2026-11-20. */
  readonly certificate: (title: string, asOf: string) => string
  readonly conditions: string
  readonly lacking: (label: string) => string
  /** Why a bundle of which no part is to be filed goes no further. */
  readonly noPart: string
  readonly withoutPaper: (label: string) => string
  readonly noSuchField: string
  readonly notNeeded: string
  readonly disagrees: (source: string) => string
  /** Two people under one number. */
  readonly sameNumber: (other: string) => string
  readonly nowHolds: (message: string) => string
  readonly noLongerHolds: (message: string) => string
  readonly follows: (label: string, shown: string) => string
  readonly keptFor: (labels: string) => string
  readonly takenUp: (label: string, shown: string | undefined) => string
  readonly newlyAsked: (labels: string) => string
  /** What was on record of another person than the form is about now. */
  readonly notVouched: (labels: string) => string
  readonly moreMaterials: (labels: string) => string
  readonly fewerMaterials: (labels: string) => string
  readonly feeChanged: (before: string, after: string) => string
  readonly handInBy: (day: string | null) => string
  readonly case: CaseWords
  readonly refusal: RefusalWords
}

/** The language of the staff files, and of everything that is filed. */
export const chineseWords: FormWords = {
  ...joined.zh,
  title: ({ title }) => title,
  source: ({ title, authority, purpose }) => ({ title, authority, purpose }),
  ofPart: (title, text) => `${title}：${text}`,
  notApplying: '按您的情况不用办',
  fee: (text) => text,
  deadline: ({ value, unit }) => `受理后${value}${unit === 'working-day' ? '个工作日' : '日'}内`,
  provenance: (provenance) => provenance,
  certificate: (title, asOf) => `电子证照·${title}·${asOf}`,
  conditions: '办理条件',
  lacking: (label) => `还没有填写${label}。`,
  noPart: '按您说的情况，这件事里没有需要您提交的申请。',
  withoutPaper: (label) => `还没有上传${label}，也没有用电子证照代替。`,
  noSuchField: '这份申请表里没有这一栏。',
  notNeeded: '按您现在的情况，这一栏不用填。',
  disagrees: (source) => `和${source}对不上。如果${source}写错了，请先更正${source}。`,
  sameNumber: (other) => `和${other}是同一个号码，两个人的号码不会一样，请核对。`,
  nowHolds: (message) => `办理条件：${message}`,
  noLongerHolds: (message) => `这一条不再适用：${message}`,
  follows: (label, shown) => `${label}随之改为${shown}`,
  keptFor: (labels) => `不再需要填写：${labels}（填过的先为您留着）`,
  takenUp: (label, shown) => `${label}沿用之前填的${shown ?? '内容'}`,
  newlyAsked: (labels) => `还需要填写：${labels}`,
  notVouched: (labels) => `查到的是另一个人的，不再沿用：${labels}`,
  moreMaterials: (labels) => `材料增加：${labels}`,
  fewerMaterials: (labels) => `不再需要的材料：${labels}`,
  feeChanged: (before, after) => `费用由${before}变为${after}`,
  handInBy: (day) =>
    day === null ? '请尽快补交，最晚哪天听受理机构的。' : `最晚${renderChinese({ value: day, unit: 'date' })}补交。`,
  refusal: chineseRefusals,
  case: {
    submitted: '已提交，正在送往受理部门。',
    received: '受理部门的系统已收到。',
    withdrawn: '您撤回了申请。',
    supplemented: (labels) => `您已补正：${labels}。正在送往受理部门。`,
    rated: (score) => `您评价了${score}分。`,
    reminded: (label, day) => `提醒：容缺受理的${label}最晚${renderChinese({ value: day, unit: 'date' })}补交。`,
    refused: letterRefused({
      withdraw: '受理部门收到撤回时已经作出决定，以部门的决定为准。',
      rate: '受理部门没有接收这次评价。',
      late: '受理部门说补正期限已经过了，没有接收这次补正，办件内容没有变动。请等部门答复，或者拨打12345。',
      given: '受理部门先收到过一份补正，以那一份为准，这次的没有采用；要改动请拨打12345。',
      notAsked: '补正送到的时候，受理部门已经不在等补正，这次的没有采用，以部门答复为准；有疑问请拨打12345。',
      why: (reason) => `受理部门没有接收这次补正，理由是：${reason.replace(/[。.]$/u, '')}。请改好以后再补正一次。`,
      unsaid: '受理部门没有接收这次补正，也没有说明理由。请核对以后再补正一次，或者拨打12345。',
    }),
  },
}
