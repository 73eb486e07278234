/** What people say around an answer while they think, and to be kind: 嗯，这个嘛，…，麻烦你了. */
const BEFORE =
  /^(?:\s*(?:嗯+|哦+|呃+|额|啊|喔|那个|这个嘛?|就是说?|(?:好的?)+|那|是这样|(?:让?我)?(?:再|先)?(?:[想看]一?下|想想|看看)[啊哈吧哦]?)(?:[，,、。.…\s]+|(?=$)))+/u
const AFTER = /(?:[，,。\s]+(?:麻烦|谢谢|多谢|感谢|辛苦|拜托|就这[个样])[\p{Script=Han}]{0,5}[。.!！~～\s]*)+$/u

/** An answer without the words that only surround it; the answer itself when nothing would be left. */
export function withoutPoliteness(answer: string): string {
  const rest = answer.replace(AFTER, '').replace(BEFORE, '')
  return rest.trim() === '' ? answer : rest
}
