import { readFileSync } from 'node:fs'
import { z } from 'zod'

const NewResident = z.strictObject({
  idNumber: z.string().regex(/^\d{17}[\dX]$/),
  name: z.string().min(1),
  mobile: z.string().regex(/^1\d{10}$/),
  /** What registers hold of her besides name, sex and birth date, by register. */
  held: z.record(z.string(), z.record(z.string(), z.string())),
})

/** A resident whom somebody brings to the sandbox city; openly synthetic. */
export type NewResident = z.infer<typeof NewResident>

/** A resident of the sandbox city. */
export type Resident = NewResident & { readonly sex: '男' | '女'; readonly birthDate: string }

/** Everybody who can sign in to a sandbox city. */
export type Residents = {
  readonly find: (idNumber: string) => Resident | undefined
  /** Those the sign-in page offers; whoever was brought to the city signs in as well. */
  readonly offered: readonly Resident[]
}

/** Openly synthetic: the identity numbers are test vectors with valid check digits and belong to nobody. */
const SYNTHETIC_RESIDENTS: readonly NewResident[] = [
  {
    idNumber: '350203199001010018',
    name: '测试市民甲',
    mobile: '13800000001',
    held: {
      population: { householdAddress: '思明区|莲前街道|演示路1号' },
      household: { registeredInXiamen: 'true', householder: '测试市民甲', householdType: '家庭户' },
      'social-security': { employer: '测试科技有限公司', socialSecurityMonths: '86' },
      'housing-fund': { housingFundAccount: '100000000018', housingFundMonths: '80' },
      vehicle: { licenceClass: 'C1', licenceIssued: '2020-12-01', licenceExpires: '2026-12-01' },
      bank: { bankName: '测试银行厦门分行', bankCard: '6222020000000000000' },
    },
  },
  {
    idNumber: '350206198812300021',
    name: '测试市民乙',
    mobile: '13800000002',
    held: {
      population: { householdAddress: '湖里区|江头街道|演示路2号' },
      household: { registeredInXiamen: 'true', householder: '测试市民乙', householdType: '家庭户' },
      'social-security': { employer: '测试商贸有限公司', socialSecurityMonths: '130' },
      'housing-fund': { housingFundAccount: '100000000021', housingFundMonths: '125' },
      vehicle: { plate: '闽DT0001', licenceClass: 'C1' },
      // Whose guardian she is; the child is made up, and its number is a test vector.
      guardianship: {
        wardName: '测试幼儿戊',
        wardIdNumber: '350206201905200016',
        wardBirthDate: '2019-05-20',
        wardSex: '男',
        wardAddress: '湖里区|江头街道|演示路2号',
        right: 'guardian',
      },
    },
  },
  {
    idNumber: '350205200002290013',
    name: '测试市民丙',
    mobile: '13800000003',
    held: {
      population: { householdAddress: '海沧区|海沧街道|演示路3号' },
      household: { registeredInXiamen: 'true', householder: '测试单位集体户', householdType: '集体户' },
    },
  },
  {
    idNumber: '350212197012200068',
    name: '测试市民丁',
    mobile: '13800000004',
    held: {
      population: { householdAddress: '同安区|大同街道|演示路4号' },
      household: { registeredInXiamen: 'true', householder: '测试市民丁', householdType: '家庭户' },
      'social-security': { socialSecurityMonths: '301' },
    },
  },
]

/** The residents of a sandbox city, and those that `file` brings besides (JSON, a list of `NewResident`). */
export function openResidents(file: string | undefined): Residents {
  const brought = file === undefined ? [] : z.array(NewResident).parse(JSON.parse(readFileSync(file, 'utf8')))
  const offered = SYNTHETIC_RESIDENTS.map(settle)
  const byNumber = new Map([...brought.map(settle), ...offered].map((one) => [one.idNumber, one]))
  return { offered, find: (idNumber) => byNumber.get(idNumber) }
}

/** Birth date and sex as GB 11643 writes them into the number. */
function settle(resident: NewResident): Resident {
  const { idNumber } = resident
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  return { ...resident, birthDate, sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女' }
}
