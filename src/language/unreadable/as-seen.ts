const ALIKE: ReadonlyMap<string, string> = new Map(
  Array.from(
    'аaеeоoрpсcуyхxіiѕsјjһhԁdАAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJοoνvΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'.matchAll(/../gu),
    ([pair]) => [pair.charAt(0), pair.charAt(1)],
  ),
)
/** One word of letters from two alphabets: nobody writes so who means either. */
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu

const TURNED = /\u202e([^\u202c\u202d\u2066-\u2069\n]+)\u202c?/gu

/** The text as a reader sees it: what a mark turns right to left is read that way, and letters that only look Latin are Latin. */
export function asSeen(text: string): string {
  const turned = text.replaceAll(TURNED, (_, inner: string) => Array.from(inner).toReversed().join(''))
  return MIXED.test(turned) ? turned.replaceAll(FOREIGN, (letter) => ALIKE.get(letter) ?? letter) : turned
}
