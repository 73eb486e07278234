import type { ModelMessage } from 'ai'
import type { StaffContent } from '../content/index.ts'
import { renderBriefing, type Briefing } from '../model/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Counter } from '../services/index.ts'
import { boundaryHeard } from './boundary-heard.ts'
import { briefFields } from './brief-fields.ts'
import { todayIn } from './rooms.ts'
import type { TokenBook } from './token-book.ts'
import type { Turn } from './turn.ts'

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
  return [...history, { role: 'user', content: renderBriefing(briefTurn(turn, tokens, tools), turn.asks) }]
}

function briefTurn(turn: Turn, tokens: TokenBook, { content, counter, library, clock }: BriefingTools): Briefing {
  const { active, aside, cases } = turn.inHand
  const lastGuide = turn.state.lastGuide === undefined ? undefined : content.guides.get(turn.state.lastGuide)
  const lastService = lastGuide?.service
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
            ...(turn.state.asked?.application === active.id ? { asked: turn.state.asked.field } : {}),
            fields: briefFields(counter, active),
          },
        }),
    aside: aside.map(({ form, service, title }) => ({
      service: tokens.service(service),
      title: counter.service(form)?.title ?? title,
    })),
    ...(lastGuide === undefined
      ? {}
      : {
          lastGuide: {
            token: tokens.guide(lastGuide.id),
            title: lastGuide.title,
            ...(lastService === undefined ? {} : { service: tokens.service(lastService) }),
          },
        }),
    lastChoices: turn.state.lastChoices,
    ...(kind === 'question' ? {} : { kind }),
    ...(boundary === 'ordinary' || boundary === 'crisis' ? {} : { boundary }),
    services: commonestFirst(counter.services(), content).map(({ id, title, guide }) => ({
      token: tokens.service(id),
      title,
      aliases: [...(content.guides.get(guide)?.aliases ?? [])],
    })),
    hasCases: cases.length > 0,
  }
}

/** Services in the order of the portal: popular ones first, so that a question which one is meant offers what most people want. */
function commonestFirst<One extends { readonly id: string }>(
  services: readonly One[],
  content: Pick<StaffContent, 'services'>,
): readonly One[] {
  const place = ({ id }: One): number => content.services.get(id)?.popular ?? Infinity
  return services.toSorted((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0))
}
