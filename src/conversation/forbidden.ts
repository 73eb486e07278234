/** Promises no assistant may make for an authority. */
const PROMISE =
  /(?:保证|包|一定|肯定|绝对|百分之百|100%)(?:能|会|可以|给您|帮您)?(?:办成|通过|获批|批准|办下来|批下来|过审|到账)|guarantee[sd]?\b.*\bapprov/iu

/** Claims that something binding was done; only the citizen's own act does that, and code says so. */
const DONE_FOR_YOU =
  /(?:已经?|我)(?:帮您|为您|替您|给您)?(?:提交|递交|撤回|撤销)(?:了|成功|完成)|(?:提交|申请)成功|受理(?:编号|单号|号)(?:是|为|：|:)/u

const LINK = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|cn|net|org|gov|io|top|xyz)\b/iu

/** Internal names that never belong in an answer: a sign that the instructions are being recited. */
const INTERNAL =
  /<\/?情况>|\b(?:searchGuides|readGuide|startApplication|fillApplication|setAsideApplication|askCitizen|handOver)\b/u

/** Why a sentence may not be said at all, or undefined when it may. */
export function forbiddenReason(sentence: string): 'promise' | 'claims-act' | 'link' | 'internal' | undefined {
  if (PROMISE.test(sentence)) return 'promise'
  if (DONE_FOR_YOU.test(sentence)) return 'claims-act'
  if (LINK.test(sentence)) return 'link'
  if (INTERNAL.test(sentence)) return 'internal'
  return undefined
}
