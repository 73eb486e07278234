import type { z } from 'zod'
import type { createCityCall, Unavailable } from './city-call.ts'
import type { CityProblem } from './problem.ts'

type LookUp<Found> = {
  readonly path: string
  /** The consent it is asked under. */
  readonly consent: string
  /** The problem by which the system says that it holds nothing. */
  readonly unknown: CityProblem['code']
  readonly schema: z.ZodType<Found>
  /** Whether the answer is about what was asked for; another one is not believed. */
  readonly isAsked: (found: Found) => boolean
}

/** What a system of the city holds of somebody; undefined when it holds nothing. @throws what `unavailable` makes. */
export async function lookUp<Found>(
  call: ReturnType<typeof createCityCall>,
  unavailable: Unavailable,
  { path, consent, unknown, schema, isAsked }: LookUp<Found>,
): Promise<Found | undefined> {
  const answer = await call({ method: 'GET', path, headers: { 'x-consent': consent } }, unavailable)
  if (answer.status === 404 && answer.problem?.code === unknown) return undefined
  if (answer.status !== 200) throw unavailable(`status-${answer.status}`, answer.problem)
  const { success, data, error } = schema.safeParse(answer.json)
  if (!success) throw unavailable('malformed-answer', error)
  if (!isAsked(data)) throw unavailable('answer-about-somebody-else')
  return data
}
