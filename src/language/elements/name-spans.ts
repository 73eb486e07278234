import { isOfKind, namesNothing, type Wanted } from './named-thing.ts'

/** A stretch of an answer that could be the name that was asked for. */
export type NameSpan = { readonly start: number; readonly end: number; readonly features: readonly number[] }

/** What leads to a name: to a place or body, says what it is called, takes it, belongs to it. */
const TOWARDS = /(?:在|到|去|往|回|从|向|给|于|来自|由|让|朝|至|(?<=^|就|是|归)属)了?$/u
const CALLS =
  /(?:(?<!还)是|叫|叫做|[换改变取起]成|为|名|[写印填挂]着?|着|[：:]|全称|全名|名称|名字)\s?$|\b(?:is|says|reads|from|in|at|called)\s$/iu
const TAKES = /(?:[用找请选换要读讀念上持存告开办投买租聘托雇走进转送][的得了过]?(?:一?[家个间])?|[了过])$/u
const OF = /[的地]$/u
/** Words after a name, by which the sentence goes on. */
const GOES_ON =
  /^[的那这里上住看交生开办念读做干打毕贷治用就吧啊呀哦来放缴存登去借押当学离辞退出转给人呢哈可行送工任实]/u
/** Words of talk, which names hold none of. */
const TALK =
  /[我你您他她它们这那哪啥吗呢么了着过就都也还很太没不别再先要想会能把被让跟是叫在得]|\b(?:my|the|is|am|i'm|says|from)\b/giu
const STARTS_AS_TALK =
  /^(?:名(?:称|字)?(?=\S{3})|全[称名]|[在到去是叫用找请选读念要想从给的了着就还也都只主原现以打持写填头后先那这成]|毕业|来自|以前|之前)/u
const ENDS_AS_TALK = /[的了着过吧啊呀呢哦用看交办做住生读念上去来里那这就也是在]$/u

type Lead = 'towards' | 'calls' | 'takes' | 'of' | 'none'

type Evidence = {
  readonly words: string
  readonly opens: boolean
  readonly closes: boolean
  readonly lead: Lead
  readonly goesOn: boolean
  readonly kind: boolean
  readonly rivals: boolean
  readonly first: boolean
  readonly wanted: Wanted
}

type Weighed = readonly [name: string, value: (evidence: Evidence) => boolean | number]

const WEIGHED: readonly Weighed[] = [
  ['any', () => 1],
  ['opens', ({ opens }) => opens],
  ['closes', ({ closes }) => closes],
  ['whole', ({ opens, closes }) => opens && closes],
  ['towards', ({ lead }) => lead === 'towards'],
  ['calls', ({ lead }) => lead === 'calls'],
  ['takes', ({ lead }) => lead === 'takes'],
  ['of', ({ lead }) => lead === 'of'],
  ['not led', ({ lead, opens }) => lead === 'none' && !opens],
  ['goes on', ({ goesOn }) => goesOn],
  ['breaks off', ({ goesOn, closes }) => !goesOn && !closes],
  ['kind', ({ kind }) => kind],
  ['kind whole', ({ kind, opens, closes }) => kind && opens && closes],
  ['kind led', ({ kind, lead }) => kind && lead !== 'none'],
  ['kind breaks off', ({ kind, goesOn, closes }) => kind && !goesOn && !closes],
  ['other kind', ({ kind, wanted }) => !kind && (wanted.body || wanted.place)],
  ['talk', ({ words }) => Math.min(3, words.match(TALK)?.length ?? 0)],
  ['starts as talk', ({ words }) => STARTS_AS_TALK.test(words)],
  ['ends as talk', ({ words }) => ENDS_AS_TALK.test(words)],
  ['of inside', ({ words }) => words.slice(1, -1).includes('的')],
  ['rivals', ({ rivals }) => rivals],
  ['first', ({ first }) => first],
  ['length', ({ words }) => Math.min(words.length, 20) / 10],
]

export const NAME_FEATURES = WEIGHED.map(([name]) => name)

const CLAUSE = /[^，,。；;！!？?~～…\n“”"「」『』：:]+/gu
const LONGEST_ANSWER = 60
const LONGEST_NAME = 30

/** Every stretch of an answer that could be a name, with the numbers that are weighed; none of a long answer, which tells a story. */
export function nameSpans(folded: string, wanted: Wanted): NameSpan[] {
  if (folded.length > LONGEST_ANSWER) return []
  const clauses = Array.from(folded.matchAll(CLAUSE), ({ 0: words, index }) => ({ words: words.trimEnd(), index }))
  const found = clauses.flatMap(({ words, index }, at) =>
    stretchesOf(words).map(({ start, end }) => ({
      start: index + start,
      end: index + end,
      ...evidenceOf(words, start, end, wanted),
      first: at === 0,
    })),
  )
  const kinds = found.filter(({ kind }) => kind)
  return found.map(({ start, end, ...evidence }) => {
    const rivals = kinds.some((other) => other.start > end || other.end < start)
    return { start, end, features: WEIGHED.map(([, value]) => Number(value({ ...evidence, rivals }))) }
  })
}

function stretchesOf(clause: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let start = 0; start < clause.length - 1; start += 1) {
    if (isWithinWord(clause, start) || clause.charAt(start) === ' ') continue
    for (let end = start + 2; end <= Math.min(clause.length, start + LONGEST_NAME); end += 1) {
      const words = clause.slice(start, end)
      if (isWithinWord(clause, end) || words.endsWith(' ') || isHalfBracketed(words) || namesNothing(words)) continue
      found.push({ start, end })
    }
  }
  return found
}

function isWithinWord(clause: string, at: number): boolean {
  return at > 0 && /^(?:[A-Za-z\d’'][A-Za-z\d’']|在(?:[编职线售]|建(?![行设])))/u.test(clause.slice(at - 1, at + 2))
}

function isHalfBracketed(words: string): boolean {
  return /[（(][^）)]*$|^[^（(]*[）)]/u.test(words)
}

function evidenceOf(clause: string, start: number, end: number, wanted: Wanted): Omit<Evidence, 'rivals' | 'first'> {
  const before = clause.slice(0, start)
  const after = clause.slice(end)
  const words = clause.slice(start, end)
  const lead = leadOf(before, wanted)
  return {
    words,
    opens: before.trim() === '',
    closes: after.trim() === '',
    lead,
    goesOn: GOES_ON.test(after),
    kind: isOfKind(words, wanted, lead === 'calls'),
    wanted,
  }
}

function leadOf(before: string, { noun }: Wanted): Lead {
  if (TOWARDS.test(before)) return 'towards'
  if (CALLS.test(before) || noun.test(before)) return 'calls'
  if (TAKES.test(before)) return 'takes'
  return OF.test(before) ? 'of' : 'none'
}
