const GREETS =
  '(?:你们?|您)好(?!几|多|久|像|不)|嗨|哈喽|hello|hi(?![a-z])|打扰(?:一下|了)?|不好意思|劳驾|麻烦(?:你|您)?(?!事)'
const ASKS =
  '请问|(?:[我咱]们?)?(?:就是?)?(?:想要?|要|来|先|再|也)?(?:请教|咨询|打听|了解|问)(?:一?下|问)|(?:[我咱]们?)?想(?:要)?(?:请教|咨询|打听|了解|问(?!题))'
const BEFORE = new RegExp(`^(?:(?:${GREETS}|${ASKS})(?:你们?|您)?[啊呀哈呢]?[，,。！!~～：:\\s]*)+`, 'iu')
const AFTER = /[，,。！!？?~～\s]+(?:谢谢|多谢|感谢|拜托|麻烦)(?:你|您|大家)?[了啦哈啊]?[。！!~～\s]*$/u
/** What is left has to say something. */
const LEAST = 2

/** A question without what is said for politeness before and after it: 你好，我想咨询一下…，谢谢. */
export function withoutCourtesies(question: string): string {
  const rest = question.replace(BEFORE, '').replace(AFTER, (thanks) => (/[？?]/u.test(thanks) ? '？' : ''))
  return rest.length >= LEAST ? rest : question
}
