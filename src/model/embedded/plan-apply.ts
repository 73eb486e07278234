import { withoutPeople } from '../../language/index.ts'
import type { Turn } from './read-prompt.ts'
import { complains } from './complaint.ts'
import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import { searchFor, type SearchInput } from './search-input.ts'
import type { Segment } from './segments.ts'
import { namedService, namesMatter, namesTitle, residueOf, tellingService } from './subject.ts'
import type { Understanding } from './understand.ts'

/** An application wanted. A `search` tells which service is meant, else `service` does; without either the citizen has to. */
export type Apply = {
  readonly service: string | undefined
  readonly search: SearchInput | undefined
  readonly text: string
}

/** What she wants to have started, if anything. */
export function planApply({ briefing }: Turn, { segments, plain, values }: Understanding): Apply | undefined {
  const wanted =
    segments.find(({ acts }) => acts.has('apply')) ??
    segments.find((segment) => changesService(segment, briefing)) ??
    segments.find((segment) => complains(segment))
  if (!wanted) return undefined
  // 我想注册个体户，开奶茶店: the clause of the wish names the matter, the others tell about it.
  const named =
    namedService(wishOf(wanted), briefing) ?? namedService(wanted.text, briefing) ?? namedService(plain, briefing)
  const whole = named !== undefined && named.name === plainWords(named.title)
  if (named && (whole || !isPartOf(named.name, briefing))) {
    if (named.token === briefing.application?.service) return undefined
    // 我是台胞，我要申请居住证: who she is decides between services of like names, and the search hears that.
    const search = !whole && sharesName(named, briefing) ? searchFor(plain) : undefined
    return { service: named.token, search, text: wanted.text }
  }
  const inForm = briefing.application
  const last = briefing.lastGuide
  const telling = tellingService(wishOf(wanted), briefing)
  if (telling !== undefined && telling !== (inForm ?? last)?.service && !inForm)
    return { service: telling, search: undefined, text: wanted.text }
  const other = wanted.ownSubject && namesOther(wanted, inForm ?? last)
  if (inForm && (!other || Object.keys(values).length > 0)) return undefined
  if (other) return { service: undefined, search: searchFor(wanted.text), text: wanted.text }
  if (last && last.service === undefined) {
    return { service: undefined, search: searchFor(last.title, last.token), text: wanted.text }
  }
  return { service: last?.service, search: undefined, text: wanted.text }
}

/** Whether the clause that wants something started names another matter than the one spoken of: 帮我办护照, but not 帮我办，我替我妈申请. */
function namesOther(segment: Segment, spokenOf: { readonly title: string } | undefined): boolean {
  if (spokenOf === undefined) return residueOf(withoutPeople(segment.text)).length > 0
  return namesMatter(wishOf(segment)) && !namesTitle(segment.text, spokenOf.title)
}

/** The clauses of a segment that want something started. */
function wishOf({ clauses, text }: Segment): string {
  const wish = clauses.filter((clause) => hear(clause.text).acts.includes('apply')).map((clause) => clause.text)
  return wish.length === 0 ? text : wish.join(' ')
}

/** True when the name said is only part of another service's name. */
function sharesName({ token, name }: { token: string; name: string }, { services }: Turn['briefing']): boolean {
  return services.some(
    (service) =>
      service.token !== token && [service.title, ...service.aliases].some((other) => plainWords(other).includes(name)),
  )
}

/** In the middle of the matter 港澳台居民居住证, 居住证 is short for it and names no other. */
function isPartOf(name: string, { application, lastGuide }: Turn['briefing']): boolean {
  return (application ?? lastGuide)?.title.includes(name) === true
}

const CHANGE = /换成?|改成?|先|还是|转|不是[这那][个件张份项种事]/

/** 先问护照的事 wants to know of it, and not to have it started. */
const ASKS_ABOUT = /[问咨询]|了解|打听|看看|聊/u

/** In the middle of a form: 那换成失业金吧, 不是这个，是失业金. */
function changesService({ text, asks }: Segment, briefing: Turn['briefing']): boolean {
  return (
    briefing.application !== undefined &&
    !asks &&
    CHANGE.test(text) &&
    !ASKS_ABOUT.test(text) &&
    namedService(text, briefing) !== undefined
  )
}
