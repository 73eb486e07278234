import { CertificateRecord, type Certificates } from './certificate.ts'
import { createCityCall, unavailableAs, type CityCallOptions } from './city-call.ts'

const unavailable = unavailableAs('电子证照暂时取不到，请上传材料，或稍后再试。')

/** The city's electronic certificates over HTTP. A certificate of somebody else, or of another type, is not believed. */
export function createCertificates(options: CityCallOptions): Certificates {
  const call = createCityCall(options)
  return {
    async fetch({ type, idNumber, consent }) {
      const path = `certificate/v1/${encodeURIComponent(type)}/${encodeURIComponent(idNumber)}`
      const answer = await call({ method: 'GET', path, headers: { 'x-consent': consent } }, unavailable)
      if (answer.status === 404 && answer.problem?.code === 'unknown-certificate') return undefined
      if (answer.status !== 200) throw unavailable(`status-${answer.status}`, answer.problem)
      const { success, data, error } = CertificateRecord.safeParse(answer.json)
      if (!success) throw unavailable('malformed-answer', error)
      if (data.holder.idNumber !== idNumber || data.type !== type) throw unavailable('answer-about-somebody-else')
      return data
    },
  }
}
