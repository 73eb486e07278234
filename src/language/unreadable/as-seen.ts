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

/** The text as a reader sees it: letters that only look Latin, in a word with Latin ones, are Latin. */
export function asSeen(text: string): string {
  return MIXED.test(text) ? text.replaceAll(FOREIGN, (letter) => ALIKE.get(letter) ?? letter) : text
}
