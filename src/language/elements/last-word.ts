import { MISTAKEN } from './labelled.ts'

const TURN = new RegExp(
  `^.{1,60}?(?:${MISTAKEN}|(?:[哦噢啊]|[，,])不(?=[，,。\\s是]))[，,。\\s]{0,2}(?:(?:应该|其实|现在|已经)?(?:是|叫|为|改名叫?|改[为成叫]?|换成))?[，,\\s]?(?=.{2})`,
  'u',
)

/** 不是深圳是东莞: what it is not, before what it is. */
const NOT_BUT = /^(?:我|那)?不是[^，,。；;]{1,12}?[，,\s]?(?:而|就)?是(?=\S{2})/u

/** What stands after the last correction: 示例机械，不对，改名叫示例重工了. */
export function lastWord(said: string): string {
  const match = TURN.exec(said) ?? NOT_BUT.exec(said)
  return match === null ? said : lastWord(said.slice(match[0].length).replace(/了$/, ''))
}
