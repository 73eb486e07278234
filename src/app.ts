import { join } from 'node:path'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { DestinationStream, Logger } from 'pino'
import { createApproval, createCertificates, createIdentityProvider, createRegistry } from './city/index.ts'
import { createCatalogue } from './catalogue.ts'
import { inPlace, popular } from './portal-order.ts'
import type { Config } from './config.ts'
import { createLog } from './create-log.ts'
import { KEPT_CONTENT, problemReport, readKeptContent, watchStaffContent, type StaffContent } from './content/index.ts'
import { createConversation, speechIn, type Conversation } from './conversation/index.ts'
import { createFrontHall, listen } from './http/index.ts'
import { createLibrary, guideSummary, type Library } from './knowledge/index.ts'
import { toTraditional } from './language/index.ts'
import { createVoices, type VoicesConfig } from './model/index.ts'
import { issuerOf, startCity } from './start-city.ts'
import { createModelSpending } from './model-spending.ts'
import { vectorDatabase, voicesConfig } from './voices-config.ts'
import {
  createCitizenDesk,
  createCounter,
  openPictureReader,
  serviceSummary,
  type CitizenDesk,
  type Counter,
} from './services/index.ts'
import { openStore } from './store/index.ts'
import { readingOf, renderExportPage, renderGuidePage, renderMissingPage, renderPortalPage } from './web/index.ts'

/** The house with all its rooms open. Disposing it closes them in the reverse order. */
export type App = {
  readonly conversation: Conversation
  readonly counter: Counter
  readonly citizens: CitizenDesk
  readonly library: Library
  readonly log: Logger
  /** Opens the front hall on the configured port. `close` lets answers in flight finish for ten seconds. */
  readonly listen: () => Promise<{ readonly url: string; readonly port: number; readonly close: () => Promise<void> }>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Staff files with mistakes: the report names file, line, problem and fix. */
export class ContentProblem extends Error {
  override readonly name = 'ContentProblem'
}

/** How long answers in flight may go on once the process was told to stop. */
const GRACE_MS = 10_000

/** Longest a call to one of the city's systems may take. */
const CITY_TIMEOUT_MS = 5000

/** How often filings waiting in the outbox are delivered and progress is read back. */
const DELIVER_EVERY_MS = 500

/** What a caller may put around the house: where its log goes, and what stands around a remote model. */
export type AppOptions = Pick<VoicesConfig, 'around'> & {
  readonly logTo?: DestinationStream | undefined
  /** What stands around whichever engine speaks. */
  readonly aroundAny?: (model: LanguageModelV4) => LanguageModelV4
  /** A library over the content that is open already, where there is one; it stays open. */
  readonly libraryOver?: ((content: StaffContent) => Library | undefined) | undefined
  /** JSON file of residents that a sandbox city of our own has besides its own. */
  readonly residents?: string | undefined
}

/**
 * Opens every room and passes each the tools it needs. The log goes to standard output, or to `logTo`.
 * @throws ContentProblem when a staff file has a mistake; AppError 'store-unavailable' when the database cannot be opened.
 */
export async function createApp(
  config: Config,
  { logTo, around, aroundAny, residents, libraryOver }: AppOptions = {},
): Promise<App> {
  const rooms = new AsyncDisposableStack()
  const log = createLog(config, logTo)
  try {
    // The city starts in a process of its own while the rooms are opened.
    const city = startCity(config, residents, log)
    const startedCity = city.catch(() => undefined)
    const pictureReader = openPictureReader({ command: config.TESSERACT, path: config.PATH, log })
    rooms.defer(async () => (await startedCity)?.[Symbol.asyncDispose]())
    let content = readContent(config)
    const store = rooms.use(
      await openStore({ dataDir: config.dataDir, databaseUrl: config.DATABASE_URL, secretKey: config.SECRET_KEY, log }),
    )
    const spending = createModelSpending({ store, limits: config, clock: Date.now, log })
    const voices = await createVoices({
      ...voicesConfig(config, log),
      budget: spending,
      ...(around === undefined ? {} : { around }),
    })
    const library =
      libraryOver?.(content) ??
      rooms.use(
        createLibrary({
          content,
          dataDir: config.dataDir,
          ...(voices.embeddings === undefined ? {} : { embeddings: voices.embeddings, ...vectorDatabase(config) }),
          log: (event, details) => log.info(details, event),
        }),
      )
    const cityUrl = (await city)?.baseUrl ?? config.CITY
    const citizens = createCitizenDesk({
      store,
      identity: createIdentityProvider({
        ...issuerOf(config, cityUrl),
        clientId: config.OIDC_CLIENT_ID,
        clientSecret: config.OIDC_CLIENT_SECRET,
        timeoutMs: CITY_TIMEOUT_MS,
        clock: Date.now,
      }),
      clock: Date.now,
    })
    const pictures = await pictureReader
    const counter = rooms.use(
      createCounter({
        services: content.services,
        benefits: content.benefits,
        bundles: content.bundles,
        profile: content.profile,
        guides: content.guides,
        calendar: content.calendar,
        store,
        registers: content.registers,
        approval: createApproval({ baseUrl: cityUrl, timeoutMs: CITY_TIMEOUT_MS }),
        certificates: createCertificates({ baseUrl: cityUrl, timeoutMs: CITY_TIMEOUT_MS }),
        registry: createRegistry({ baseUrl: cityUrl, timeoutMs: CITY_TIMEOUT_MS }),
        pictures,
        clock: Date.now,
        deliverEveryMs: DELIVER_EVERY_MS,
        log,
      }),
    )
    const publicUrl = config.PUBLIC_URL?.replace(/\/+$/, '')
    const conversation = rooms.use(
      createConversation({
        content: () => content,
        library,
        counter,
        model: aroundAny?.(voices.chat) ?? voices.chat,
        // A model that is measured is taken at its word.
        ...(around === undefined ? { standIn: aroundAny?.(voices.fallback) ?? voices.fallback } : {}),
        store,
        clock: Date.now,
        log,
        publicUrl,
      }),
    )
    rooms.adopt(
      watchStaffContent(config.root, ({ content: changed, problems }) => {
        if (problems.length > 0) {
          log.warn({ report: problemReport(problems) }, 'staff files have mistakes; the former content stays in use')
          return
        }
        void takeOver(changed).catch((error: unknown) => log.error(error, 'staff files could not be taken over'))
      }),
      (watch) => watch[Symbol.dispose](),
    )

    async function takeOver(changed: StaffContent): Promise<void> {
      if (!(await library.replace(changed))) return
      content = changed
      counter.replace(content)
      log.info('staff files were read again')
    }

    return {
      conversation,
      counter,
      citizens,
      library,
      log,
      listen: async () => {
        const hall = createFrontHall({
          conversation,
          citizens,
          counter,
          publicUrl,
          embedOrigins: config.EMBED_ORIGINS,
          catalogue: createCatalogue(() => content, library),
          problemWords: {
            say: (locale, key, variables) => speechIn(content, locale)(key, variables),
            inScript: (locale, text) => (locale === 'zh-Hant' ? toTraditional(text) : text),
          },
          pages: {
            folder: join(config.root, 'dist/web'),
            renderGuide: (guide, asked) => renderGuidePage(guide, readingOf(asked, toTraditional)),
            renderExport: (kept, asked) => renderExportPage(kept, readingOf(asked, toTraditional)),
            renderPortal: (asked, search) =>
              renderPortalPage(
                {
                  guides: [...content.guides.values()].map((guide) => guideSummary(guide)),
                  services: [...content.services.values()].map((service) => serviceSummary(service)),
                  popular: popular([...content.services.values()]),
                  bundles: inPlace([...content.bundles.values()]),
                  asked: search,
                },
                readingOf(asked, toTraditional),
              ),
            renderMissing: (asked) => renderMissingPage(readingOf(asked, toTraditional)),
          },
          readiness: async () => {
            await store.check()
            const index = library.state()
            return {
              ready: index.ready,
              parts: { index, store: store.kind, model: voices.describe(), pictures: pictures.engine },
            }
          },
          modelSpending: spending,
          rateLimits: {
            perConversation: config.RATE_LIMIT_PER_CONVERSATION,
            openingsPerAddress: config.RATE_LIMIT_OPENINGS_PER_ADDRESS,
            perAddress: config.RATE_LIMIT_PER_ADDRESS,
          },
          log,
        })
        const { url, port, close } = await listen(hall, config.PORT, config.HOST)
        return { url, port, close: () => close(GRACE_MS) }
      },
      [Symbol.asyncDispose]: () => rooms.disposeAsync(),
    }
  } catch (error) {
    await rooms.disposeAsync()
    throw error
  }
}

function readContent({ root, dataDir }: Config): StaffContent {
  const { content, problems } = readKeptContent(root, join(dataDir, KEPT_CONTENT))
  if (problems.length > 0) throw new ContentProblem(problemReport(problems))
  return content
}
