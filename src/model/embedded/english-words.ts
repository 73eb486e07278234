import { englishStem } from '../../language/index.ts'

/** Words that say nothing of a matter. */
const EMPTY = new Set(
  `the and for with from are was been being did does can could may might must should shall will would you your our its his
  her him she they them their this that these those there here how what when where which who whose why than then but not
  have has had just also only any some all both each into out about after before over under again very too because while
  until during between through per via let say says said tell know think want like please thanks thank hello get gets got
  getting one ones thing things something anything way`.split(/\s+/u),
)
/** Words by which any matter is asked about, and which name no point of it. */
const ASKING = new Set(
  `need needed much many long obtain apply application cost costs fee fees price charge pay days documents papers bring
  office start take takes make xiamen china new`
    .split(/\s+/u)
    .map((word) => englishStem(word)),
)

/** The stems of the English words of a text in plain form, those that say nothing of a matter left out; in order, with repeats. */
export function englishWords(plain: string): readonly string[] {
  return (plain.match(/[a-z]{3,}/gu) ?? []).filter((word) => !EMPTY.has(word)).map((word) => englishStem(word))
}

/** The same without words by which any matter is asked about. */
export function englishSubject(plain: string): readonly string[] {
  return englishWords(plain).filter((word) => !ASKING.has(word))
}

/** True when a question is written in English. */
export function isInEnglish(text: string): boolean {
  return !/\p{Script=Han}/u.test(text) && /[a-z]{2}/iu.test(text)
}
