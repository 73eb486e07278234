import { ACTING_RELATION, withoutActing, withoutCodeLabels, withoutPoliteness, recent } from '../../language/index.ts'
import type { Briefing, FormField } from '../briefing.ts'
import { readPlainCase, type Boundary } from './boundaries.ts'
import { leavesForm, withoutGivenUp } from './change-of-mind.ts'
import { crossed, wantsPerson } from './crossed.ts'
import { asValues, givenValues, withoutValues } from './given-values.ts'
import { hear, type Act } from './hear.ts'
import { withListedMatters } from './listed-matters.ts'
import { withFormerQuestion } from './one-more-condition.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { asTold, readSegments, withoutTitles, type Segment } from './segments.ts'
import { readSituations } from './situations.ts'
import { namedService, namedServices, residueOf, saidTitles } from './subject.ts'
import { telegraphicStart } from './telegraphic-start.ts'
import { readChoice } from './read-choice.ts'

/** What the citizen's message says, read once a step; pure, and the same for the same prompt. */
export type Understanding = {
  /** Her words in the form they are compared in. */
  readonly plain: string
  readonly boundary: Boundary | undefined
  readonly acts: ReadonlySet<Act>
  /** Field id → value, for the form in hand; empty when she gave none. */
  readonly values: Readonly<Record<string, string>>
  /** The choice of the last clarifying question that she picked. */
  readonly chosen: string | undefined
  readonly segments: readonly Segment[]
  readonly asksBenefits: boolean
  /** She gives up the form in hand for another matter that she asks about. */
  readonly leavesForm: boolean
}

const BENEFITS =
  /(?:哪些|什么|啥)[^，。？！]{0,6}(?:补贴|福利|优惠|惠民|待遇|津贴|补助)(?:政策)?|享受[^，。？！]{0,4}(?:哪些|什么|啥)[^，。？！]{0,4}政策|(?:查|看|对|算)[^，。？！]{0,4}我?(?:能|可以|该)?(?:享受|领)[^，。？！]{0,4}(?:政策|待遇|补贴)|(?:哪些|什么|啥)政策[^，。？！]{0,4}享受|(?:补贴|福利|优惠|津贴|补助)[^，。？！]{0,6}(?:哪些|什么|啥)|免申即享(?:政策|服务|补贴)*(?=$|[，。？！?]|吗|呢|有)|惠民政策|(?:what|which)\b.{0,20}\b(?:benefit|subsid|allowance)/

const BENEFIT_WORDS =
  /补贴|福利|优惠|惠民|待遇|津贴|补助|政策|享受|免申即享|政府|国家|发放|benefits?|subsid\w+|allowances?/g

const AGE = /(?:今年|已经|都|快)?\d{1,3}\s*(?:周)?岁(?:了|多)?/g

/** Benefits of the old or the young have guides of their own; only the open question is for the matching. */
function namesPeople(plain: string): boolean {
  const situations = readSituations(plain)
  return situations.has('elder') || situations.has('minor')
}

const REMEMBERED = 64
const understood = recent<Understanding>(REMEMBERED)

/** Reads the message of a turn; once, however many steps the turn takes. */
export function understand(turn: Turn): Understanding {
  return understood(turn.key, () => readMessage(turn))
}

function readMessage(turn: Turn): Understanding {
  const { application, today } = turn.briefing
  const meant = withoutGivenUp(turn.words, turn.briefing)
  const said = application === undefined ? meant : withoutPoliteness(meant)
  const plain = withoutCodeLabels(plainWords(said))
  const titles = saidTitles(plain, turn.briefing)
  const named = namedBeside(plain, turn.briefing)
  // 我要办居住证换领 names another matter: its title chooses nothing in the form in hand.
  const words = ofThemselves(
    wordsWithoutTitles(said, named === undefined ? titles : [...titles, named]),
    application?.fields ?? [],
  )
  const given =
    application === undefined
      ? []
      : givenValues(
          words,
          application.fields,
          { today, asked: application.asked, earlier: turn.earlier },
          read(plain, turn),
        ).filter(({ field }) => !mayBeOfAnother(field, application) || !namesAnother(plain, turn.briefing))
  const heard = withFormerQuestion(inherit(read(withoutValues(plain, given), turn), turn), plain, turn)
  const started = application === undefined ? telegraphicStart(said, heard, turn.briefing) : undefined
  const segments = started === undefined ? heard : [started.segment]
  const values = asValues(given)
  const chosen = Object.keys(values).length > 0 ? undefined : readChoice(plain, turn.briefing.lastChoices)
  return {
    plain: started?.plain ?? plain,
    boundary: readPlainCase(plain) ?? (chosen === undefined ? crossed(turn, { values, segments }) : undefined),
    acts: new Set([
      // What the words of a clause mean beside the others is known of its segment: 护照 办理 names a matter.
      ...hear(withoutTitles(plain, titles)).acts.filter((act) => act !== 'apply'),
      ...segments.flatMap((segment) => [...segment.acts]),
      ...(wantsPerson(turn) ? (['human'] as const) : []),
    ]),
    values,
    chosen,
    segments,
    asksBenefits: asksBenefits(plain),
    leavesForm: leavesForm(turn.words, turn.briefing),
  }
}

/** The open question what somebody is entitled to; how old she is only tells of her. */
function asksBenefits(plain: string): boolean {
  const words = plain.replace(AGE, ' ')
  return BENEFITS.test(plain) && residueOf(words.replace(BENEFIT_WORDS, ' ')).length === 0 && !namesPeople(words)
}

/** Another matter than that of the form in hand, by the name by which she wants it done: 申请低保 answers no question. */
function namedBeside(plain: string, briefing: Briefing): string | undefined {
  if (briefing.application === undefined || !hear(plain).acts.includes('apply')) return undefined
  const named = namedService(plain, briefing)
  return named === undefined || named.token === briefing.application.service ? undefined : named.name
}

/** A situation, and an unasked field that words of another matter could choose in passing. */
function mayBeOfAnother(field: string, { asked, fields }: NonNullable<Briefing['application']>): boolean {
  if (field === 'situation') return true
  const element = fields.find(({ id }) => id === field)?.element
  return field !== asked && (element === 'choice' || element === 'yes-no')
}

/** What is done with a matter; 我已经结婚了 only tells of one. */
const DONE_WITH = /补|换|领|办|申请|注销|挂失/u

/** Whether 补办 and 换证 are said of another matter (社保卡补办), which is nowhere a paper of the form in hand. */
function namesAnother(plain: string, briefing: Briefing): boolean {
  const { application } = briefing
  const [named, ...others] = namedServices(plain, briefing)
  if (application === undefined || named === undefined || others.some(({ token }) => token === application.service))
    return false
  const clauses = plain.split(/[，,。；;！!？?\s]/u)
  if (!clauses.some((clause) => clause.includes(named.name) && DONE_WITH.test(clause))) return false
  if (named.token === application.service || plainWords(application.title).includes(named.name)) return false
  return !application.fields.some(({ label, options = [] }) =>
    [label, ...options.flatMap((option) => [option.label, ...option.aliases])].some((own) =>
      plainWords(own).includes(named.name),
    ),
  )
}

/** Her words without the names of services, as she wrote them where they stand as written. */
function wordsWithoutTitles(words: string, titles: readonly string[]): string {
  return withoutTitles(titles.every((title) => words.includes(title)) ? words : plainWords(words), titles)
}

/** Where there is a form to fill or one is wanted, naming a thing (有效期, 地址, 代办) tells of it; only a question form asks. */
function read(plain: string, { briefing }: Turn): Segment[] {
  const segments = readSegments(withListedMatters(plain, briefing), saidTitles(plain, briefing))
  const filling = briefing.application !== undefined || segments.some(({ acts }) => acts.has('apply'))
  return filling ? segments.map((segment) => asTold(segment)) : segments
}

/** In a form for somebody else, the words by which she acts for them are said of nobody in the form. */
function ofThemselves(words: string, fields: readonly FormField[]): string {
  return fields.some(({ id }) => id === ACTING_RELATION) ? withoutActing(words) : words
}

/** The values her words give for a form that was opened in this very turn. */
export function valuesBeside(turn: Turn, fields: readonly FormField[]): Readonly<Record<string, string>> {
  const meant = withoutGivenUp(turn.words, turn.briefing)
  const plain = plainWords(meant)
  const segments = read(plain, turn)
  const words = ofThemselves(wordsWithoutTitles(meant, saidTitles(plain, turn.briefing)), fields)
  return asValues(
    givenValues(words, fields, { today: turn.briefing.today, asked: undefined, earlier: turn.earlier }, segments),
  )
}

/** 失业金呢？ asks of another matter what was asked before; with nothing asked before it is a mention. */
const AND_THAT = /呢\s*[?？]?$|^(?:what|how) about\b/

function inherit(segments: readonly Segment[], { earlier }: Turn): Segment[] {
  return segments.map((segment, at) => {
    if (!segment.ownSubject || segment.sections.length > 0 || !AND_THAT.test(segment.text)) return segment
    const before = at > 0 ? segments.slice(0, at) : readSegments(plainWords(earlier.at(-1) ?? ''))
    const sections = [...new Set(before.flatMap((one) => one.sections))]
    const asks = sections.length > 0
    return {
      ...segment,
      sections,
      clauses: segment.clauses.map((clause) => ({ ...clause, sections, asks, open: false })),
    }
  })
}
