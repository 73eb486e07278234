import { randomBytes } from 'node:crypto'
import { createBenefitDesk } from './benefits/benefit-desk.ts'
import { createCaseDesk } from './cases/case-desk.ts'
import { createConsentDesk } from './consents/consent-desk.ts'
import { createCodeSubmission } from './filing/code-submission.ts'
import { createCatalogue } from './forms/catalogue.ts'
import { checkEligibility } from './forms/check-eligibility.ts'
import type { Counter, Language } from './counter.ts'
import type { CounterOptions, CounterTools } from './counter-tools.ts'
import { createDelivery } from './filing/delivery.ts'
import { createDraftDesk } from './drafts/draft-desk.ts'
import { createMaterialDesk } from './materials/material-desk.ts'
import { NO_PICTURE_READER } from './materials/picture-reader.ts'
import { createProgressReading } from './cases/follow-progress.ts'
import { createHandover } from './cases/handover.ts'
import { createOwnData } from './kept/own-data.ts'
import { createRetention } from './kept/retention.ts'
import { createReturnDesk } from './drafts/return-desk.ts'
import { createReviewDesk } from './drafts/review-desk.ts'
import { createRounds } from './cases/rounds.ts'
import { createSubmission } from './filing/submission.ts'
import { spokenIn } from './words/spoken-in.ts'
import { createWrongCodes } from './cases/wrong-codes.ts'

const DRAFT_DAYS = 30

/**
 * Opens the counter over a store and the city's approval system. With `deliverEveryMs` it also makes its own rounds
 * (outbox, progress, expiry) until disposed; several processes may do so on one database.
 */
export function createCounter(options: CounterOptions): Counter {
  const catalogue = createCatalogue(options)
  const tools: CounterTools = {
    store: options.store,
    approval: options.approval,
    pictures: options.pictures ?? NO_PICTURE_READER,
    clock: options.clock,
    random: options.random ?? ((count) => randomBytes(count)),
    log: options.log,
    form: catalogue.form,
    ...spokenIn('zh'),
    formFor: catalogue.formFor,
    calendar: catalogue.calendar,
    registers: catalogue.registers,
    benefits: catalogue.benefits,
  }
  const delivery = createDelivery(tools)
  const retention = createRetention(tools, options.draftDays ?? DRAFT_DAYS)
  const rounds = createRounds(tools, {
    delivery,
    progress: createProgressReading(tools, delivery),
    tidyUp: async () => {
      await retention.expireDrafts()
      await retention.sweep()
    },
    everyMs: options.deliverEveryMs,
  })
  const submission = createSubmission(tools)
  const wrongCodes = createWrongCodes(options.clock)
  const counterIn = (language: Language): Counter => {
    const spoken = { ...tools, ...spokenIn(language) }
    const drafts = createDraftDesk(spoken)
    return {
      in: (other) => counters[other],
      services: catalogue.services,
      service: (id) => {
        const form = catalogue.form(id)
        return form && spoken.spoken(form).service
      },
      bundles: catalogue.bundles,
      checkEligibility: (service, values) => checkEligibility(spoken, service, values),
      replace: catalogue.replace,
      ...drafts,
      ...createOwnData(spoken),
      ...createBenefitDesk(spoken, drafts),
      ...createConsentDesk({ ...spoken, registry: options.registry, certificates: options.certificates }, drafts),
      ...createMaterialDesk(spoken),
      ...createReturnDesk(spoken),
      ...createReviewDesk(spoken),
      ...createCodeSubmission(tools, submission),
      submit: submission.submit,
      ...createCaseDesk({ ...spoken, wrongCodes }),
      ...createHandover(tools),
      ...retention,
      deliver: rounds.deliver,
      [Symbol.asyncDispose]: rounds.stop,
    }
  }
  const counters: Readonly<Record<Language, Counter>> = { zh: counterIn('zh'), en: counterIn('en') }
  return counters.zh
}
