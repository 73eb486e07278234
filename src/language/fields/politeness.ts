/** What people say around an answer while they think or look for it, and to be kind: 嗯，这个嘛，…，麻烦你了; 不好意思，久等了，…，应该没错. */
const BEFORE =
  /^(?:\s*(?:嗯+|哦+|呃+|额|啊|喔|哎|那个|这个嘛?|就是说?|(?:好的?)+|行|那|是这样|(?:不好意思|抱歉|对不起)?(?:让?[你您])?久等(?:了|啦)?|(?:不好意思|抱歉|对不起)(?:啊|哈|了)?|[请你您]*稍等(?:一下|一会儿?)?|[请你您]*等(?:我)?(?:一下|一会儿?|会儿?)|(?:让?我)?(?:再|先)?(?:[想看找翻查]一?下|想想|看看|找找|查查|翻翻)[啊哈吧哦]?)(?:[，,、。.…!！~～\s]+|(?=$)))+/u
const AFTER =
  /(?:[，,。；;\s]+(?:(?:麻烦|谢谢|多谢|感谢|辛苦|拜托|就这[个样])[\p{Script=Han}]{0,5}|应该(?:没错|没问题|是对的|对的?|不会错)|(?:我)?没(?:记|写|看|弄)错(?:的话)?|(?:你看)?(?:这样)?(?:就)?(?:可以|行)(?:了|吧|的吧|了吧)|对吧|好了))+[。.!！~～…\s]*$/u
/** What ends an answer of one sentence and belongs to no value; an account keeps its marks. */
const CLOSING = /(?<=^[^。!！;；\n]{2,}?)(?:哈(?=[。!！~～…\s]*$))?[。!！~～…\s]*$/u

/** An answer without the words and marks that only surround it; the answer itself when nothing would be left. */
export function withoutPoliteness(answer: string): string {
  const rest = answer.replace(CLOSING, '').replace(AFTER, '').replace(BEFORE, '')
  return rest.trim() === '' ? answer : rest
}
