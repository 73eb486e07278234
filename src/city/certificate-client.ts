import { CertificateRecord, type Certificates } from './certificate.ts'
import { createCityCall, unavailableAs, type CityCallOptions } from './city-call.ts'
import { lookUp } from './look-up.ts'

const unavailable = unavailableAs('certificates-away')

/** The city's electronic certificates over HTTP. A certificate of somebody else, or of another type, is not believed. */
export function createCertificates(options: CityCallOptions): Certificates {
  const call = createCityCall(options)
  return {
    fetch: ({ type, idNumber, consent }) =>
      lookUp(call, unavailable, {
        path: `certificate/v1/${encodeURIComponent(type)}/${encodeURIComponent(idNumber)}`,
        consent,
        unknown: 'unknown-certificate',
        schema: CertificateRecord,
        isAsked: (found) => found.holder.idNumber === idNumber && found.type === type,
      }),
  }
}
