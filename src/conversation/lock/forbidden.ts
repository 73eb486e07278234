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

const SPEAKER = '(?:助手|助理|机器人|智能客服|(?:大|语言|AI)模型|assistant)'
/**
 * Words to whoever answers, not to the citizen: somebody wrote instructions into a guide, and no guide speaks to an
 * assistant. They are addressed to one, speak of the citizen as of a third person who asks, or set aside what else stands.
 */
const TO_THE_ASSISTANT = new RegExp(
  [
    `${SPEAKER}(?:们|回答|答复|回复|要|请|应|须|必须|不|可以|需要|现在|一律|直接|已)`,
    `(?:作为|请|要求?|让|本|该)${SPEAKER}`,
    '(?:忽略|无视|忘记|忘掉|不要管)(?:上面|上述|以上|之前|前面|先前|所有|一切|其他|原来|原有)',
    '(?:一律|统一|必须|请|要|应当|改口)(?:回答|答复|回复)',
    '(?:遇到|收到|有人|被)(?:提问|询问|问起|问到)',
    '(?:告诉|提醒|要求|引导|问)(?:提问的人|提问者|市民|用户)',
    '(?:对|向)(?:提问的人|提问者|市民|用户)(?:说|回答|答复)',
    '(?:^|[\\s>【\\[（(])(?:system|assistant|系统(?:提示|指令|消息)?)\\s*[】\\])）]?[:：]',
    'ignore\\s+(?:all\\s+|the\\s+|any\\s+)*(?:previous|above|prior|other)|reveal\\s+(?:all|other|your|the)\\b',
  ].join('|'),
  'iu',
)

/** Why a sentence may not be said at all, or undefined when it may. */
export function forbiddenReason(
  sentence: string,
): 'promise' | 'claims-act' | 'link' | 'internal' | 'instruction' | undefined {
  if (PROMISE.test(sentence)) return 'promise'
  if (DONE_FOR_YOU.test(sentence)) return 'claims-act'
  if (LINK.test(sentence)) return 'link'
  if (INTERNAL.test(sentence)) return 'internal'
  if (TO_THE_ASSISTANT.test(sentence)) return 'instruction'
  return undefined
}
