import type { CertificateRecord } from '../certificate.ts'
import type { Resident } from './residents.ts'

type Held = Pick<CertificateRecord, 'number' | 'issuedBy' | 'validUntil'>

/** Certificates of the sandbox's residents, openly synthetic. */
const HELD: Readonly<Record<string, Readonly<Record<string, Held>>>> = {
  'disability-certificate': {
    '350203199001010018': { number: 'DEMO-CJ-0018', issuedBy: '演示残联', validUntil: '2099-12-31' },
    '350206198812300021': { number: 'DEMO-CJ-0021', issuedBy: '演示残联', validUntil: '2020-12-31' },
  },
  'residence-permit': {
    '350205200002290013': { number: 'DEMO-JZ-0013', issuedBy: '演示公安局', validUntil: '2099-12-31' },
  },
  'property-certificate': {
    '350203199001010018': { number: 'DEMO-BDC-0018', issuedBy: '演示不动产登记中心', validUntil: null },
    '350212197012200068': { number: 'DEMO-BDC-0068', issuedBy: '演示不动产登记中心', validUntil: null },
  },
  'marriage-certificate': {
    '350212197012200068': { number: 'DEMO-JH-0068', issuedBy: '演示民政局', validUntil: null },
  },
}

/** The certificate of a type that a resident holds; undefined when she holds none. `today` is an ISO date. */
export const findCertificate = (
  type: string,
  { idNumber, name }: Resident,
  today: string,
): CertificateRecord | undefined => {
  const held = HELD[type]?.[idNumber]
  return held === undefined ? undefined : { type, ...held, holder: { name, idNumber }, asOf: today }
}
