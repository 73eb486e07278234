import { createCityCall, unavailableAs, type CityCallOptions } from './city-call.ts'
import { lookUp } from './look-up.ts'
import { RegisterRecord, type Registry } from './registry.ts'

const unavailable = unavailableAs('register-away')

/** The city's registers over HTTP. An answer about somebody else, or of another register, is not believed. */
export function createRegistry(options: CityCallOptions): Registry {
  const call = createCityCall(options)
  return {
    look: ({ register, idNumber, consent }) =>
      lookUp(call, unavailable, {
        path: `registry/v1/${encodeURIComponent(register)}/${encodeURIComponent(idNumber)}`,
        consent,
        unknown: 'unknown-resident',
        schema: RegisterRecord,
        isAsked: (found) => found.idNumber === idNumber && found.register === register,
      }),
  }
}
