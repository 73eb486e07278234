import type { QuestionSection } from '../../language/index.ts'

const DURATION = '(?:个?工作日|日|天|个?月|年|周|小时|分钟)'

/** What the text of an answer shows, whatever its matter: a duration, a sum, a place, steps, papers, a condition, a rule. */
const FORMS: Readonly<Record<QuestionSection, RegExp>> = {
  time: new RegExp(`(?:\\d|[一二两三四五六七八九十])${DURATION}`, 'u'),
  fees: /\d[万亿]?(?:元|%)|免费|不收/u,
  where: /https?:|www\.|网站|官网|公众号|app|小程序|大厅|窗口|地址|电话|\d{7}/u,
  how: /登[录陆]|点击|选择|填写|提交|携带|前往/u,
  materials: /身份证|原件|复印件|申请[表书]|证明|证书/u,
  who: /符合|具备|满足|条件|^.{0,6}(?:可以|不[可能得]|能|应当|不?需要)/u,
  basis: /《[^》]{1,80}》/u,
}

const SECTIONS = Object.keys(FORMS) as QuestionSection[]
/** Code units from the beginning of a text that show its form. */
const OPENING = 300

/** The kinds of question, as a set of bits, that a text in normal form can answer by its form. */
export function readAnswerForm(text: string): number {
  const opening = text.slice(0, OPENING)
  return formOf(SECTIONS.filter((section) => FORMS[section].test(opening)))
}

/** The same bits for the kinds of question asked; what both have is what the text may answer. */
export function formOf(sections: readonly QuestionSection[]): number {
  return sections.reduce((bits, section) => bits | (1 << SECTIONS.indexOf(section)), 0)
}
