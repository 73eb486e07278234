import type { ModelMessage } from 'ai'
import type { Guide, StaffContent } from '../../content/index.ts'
import { renderBriefing, type Services, type TurnBriefing } from '../../model/index.ts'
import type { Library } from '../../knowledge/index.ts'
import type { Counter } from '../../services/index.ts'
import { boundaryHeard } from '../steps/boundary-heard.ts'
import { briefFields } from './brief-fields.ts'
import { todayIn } from '../rooms.ts'
import { toChineseTitle } from './english-titles.ts'
import type { TokenBook } from './token-book.ts'
import type { Turn } from '../turn.ts'

type BriefingTools = {
  readonly content: StaffContent
  readonly counter: Counter
  readonly library: Pick<Library, 'kindOf' | 'boundaryOf'>
  readonly clock: () => number
}

/** The messages of a turn: what was said before, then the state of the case and the citizen's words. */
export function turnMessages(turn: Turn, tokens: TokenBook, tools: BriefingTools): ModelMessage[] {
  const history = turn.inHand.history
    .filter(({ text }) => text.trim() !== '')
    .map(({ role, text }): ModelMessage => ({ role, content: text }))
  return [
    ...history,
    { role: 'user', content: renderBriefing(briefTurn(turn, tokens, tools), askedIn(turn, tools.content)) },
  ]
}

/** What can be started here. To be asked for first, so that a service has the same token in every turn. */
export function listServices(
  tokens: TokenBook,
  { content, counter }: Pick<BriefingTools, 'content' | 'counter'>,
): Services {
  return commonestFirst(counter.services(), content).map(({ id, title, guide }) => ({
    token: tokens.service(id),
    title,
    aliases: [...(content.guides.get(guide)?.aliases ?? [])],
  }))
}

/** Her words; a choice that she was given in English, in the Chinese that guides and services are found by. */
function askedIn({ asks, locale, state }: Turn, content: StaffContent): string {
  return locale === 'en' && state.lastChoices.length > 0 ? toChineseTitle(asks, content) : asks
}

function briefTurn(turn: Turn, tokens: TokenBook, { content, counter, library, clock }: BriefingTools): TurnBriefing {
  const { active, aside, cases } = turn.inHand
  const asked = turn.state.asked?.application === active?.id ? turn.state.asked?.field : undefined
  const lastGuide = turn.state.lastGuide === undefined ? undefined : content.guides.get(turn.state.lastGuide)
  const former = turn.state.formerGuide === undefined ? undefined : content.guides.get(turn.state.formerGuide)
  const kind = library.kindOf(turn.asks) ?? 'question'
  const boundary = boundaryHeard(library, turn)
  return {
    today: todayIn(clock),
    locale: turn.locale,
    ...(turn.plain ? { plain: true as const } : {}),
    ...(active === undefined
      ? {}
      : {
          application: {
            service: tokens.service(active.service),
            // The name by which guides and services are found, whatever the citizen reads.
            title: counter.service(active.form)?.title ?? active.title,
            status: active.status,
            ...(asked === undefined ? {} : { asked }),
            fields: briefFields(counter, active, asked),
          },
        }),
    aside: aside.map(({ form, service, title }) => ({
      service: tokens.service(service),
      title: counter.service(form)?.title ?? title,
    })),
    ...(lastGuide === undefined
      ? {}
      : {
          lastGuide: briefGuide(lastGuide, tokens),
        }),
    ...(former === undefined ? {} : { formerGuide: briefGuide(former, tokens) }),
    lastChoices: turn.state.lastChoices.map((choice) => toChineseTitle(choice, content)),
    ...(kind === 'question' ? {} : { kind }),
    ...(boundary === 'ordinary' || boundary === 'crisis' ? {} : { boundary }),
    hasCases: cases.length > 0,
  }
}

function briefGuide({ id, title, service }: Guide, tokens: TokenBook): NonNullable<TurnBriefing['lastGuide']> {
  return { token: tokens.guide(id), title, ...(service === undefined ? {} : { service: tokens.service(service) }) }
}

/** Services in the order of the portal: popular ones first, so that a question which one is meant offers what most people want. */
function commonestFirst<One extends { readonly id: string }>(
  services: readonly One[],
  content: Pick<StaffContent, 'services'>,
): readonly One[] {
  const place = ({ id }: One): number => content.services.get(id)?.popular ?? Number.MAX_SAFE_INTEGER
  return services.toSorted((one, other) => place(one) - place(other))
}
