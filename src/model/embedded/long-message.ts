import { readPlainCase } from './boundaries.ts'
import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { readSegments, type Clause } from './segments.ts'
import { namedService } from './subject.ts'

/** From this length on a message tells a story, and what it asks is looked for in it. */
const LONG = 120
const MOST_CLAUSES = 4
/** Questions that nobody wants answered: 你说气不气人, 凭什么啊, 有没有天理. */
const RHETORICAL =
  /气不气|凭什么|天理|良心|怎么(?:这么|能这样|回事|可以这样|会这样)|什么(?:态度|玩意|东西|意思)|干什么吃|好不好意思|讲不讲理|算什么|是不是(?:人|故意)|你说(?:是不是|对不对)|对不对|谁受得了|有完没完/u

/** 好几张, 没什么, 多少有点 count or soften, and ask only with a question's end. */
const SOME = /好几|几乎|没几|十几|几十|[那这前后]几|没什么|什么都|多少有点|哪都|怎么都/u
const ASKED = /[吗呢么？?]\s*$/u

/** A long message reduced to what it asks, with the matter it asks of; others, and words for a form in hand, stay as they are. */
export function withQuestionsOnly(turn: Turn): Turn {
  const { briefing, words } = turn
  if (briefing.application !== undefined || words.length < LONG) return turn
  const plain = plainWords(words)
  if (readPlainCase(plain) !== undefined || crosses(briefing)) return turn
  const clauses = clausesOf(plain)
  const asking = clauses.flatMap((text, at) => (asks(text) ? [at] : []))
  const telling = asking.filter((at) => hear(clauses[at] ?? '').sections.length > 0)
  const chosen = (telling.length > 0 ? telling : asking).slice(-MOST_CLAUSES)
  if (chosen.length === 0) return turn
  const said = chosen.map((at) => withMatter(at, clauses, turn))
  return { ...turn, words: said.join('。') }
}

/** A complaint tells of all sorts of wrongs, and is asked in nevertheless. */
function crosses({ boundary, kind }: Turn['briefing']): boolean {
  return boundary !== undefined && kind === undefined
}

function clausesOf(plain: string): readonly string[] {
  return plain
    .split(/[，,。！!；;\n]+|(?<=[？?])|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\.(?=\s|$)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
}

function asks(text: string): boolean {
  if (RHETORICAL.test(text) || (SOME.test(text) && !ASKED.test(text))) return false
  const clauses: readonly Clause[] = readSegments(text).flatMap((segment) => segment.clauses)
  return clauses.some(({ formed }) => formed)
}

/** The clause, after the nearest one before it that names a matter where it names none itself. */
function withMatter(at: number, clauses: readonly string[], { briefing }: Turn): string {
  const own = clauses[at] ?? ''
  if (namedService(own, briefing) !== undefined) return own
  const naming = clauses.slice(0, at).findLast((clause) => namedService(clause, briefing) !== undefined)
  return naming === undefined ? own : `${naming}，${own}`
}
