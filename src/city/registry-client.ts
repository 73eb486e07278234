import { createCityCall, unavailableAs, type CityCallOptions } from './city-call.ts'
import { RegisterRecord, type Registry } from './registry.ts'

const unavailable = unavailableAs('这个数据库暂时联系不上，请您直接填写，或稍后再试。')

/** The city's registers over HTTP. An answer about somebody else, or of another register, is not believed. */
export function createRegistry(options: CityCallOptions): Registry {
  const call = createCityCall(options)
  return {
    async look({ register, idNumber, consent }) {
      const path = `registry/v1/${encodeURIComponent(register)}/${encodeURIComponent(idNumber)}`
      const answer = await call({ method: 'GET', path, headers: { 'x-consent': consent } }, unavailable)
      if (answer.status === 404 && answer.problem?.code === 'unknown-resident') return undefined
      if (answer.status !== 200) throw unavailable(`status-${answer.status}`, answer.problem)
      const { success, data, error } = RegisterRecord.safeParse(answer.json)
      if (!success) throw unavailable('malformed-answer', error)
      if (data.idNumber !== idNumber || data.register !== register) throw unavailable('answer-about-somebody-else')
      return data
    },
  }
}
