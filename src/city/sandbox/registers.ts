import type { RegisterRecord } from '../registry.ts'
import { findResident } from './residents.ts'

type Values = Readonly<Record<string, string>>

/** What the sandbox's registers hold besides the population register, openly synthetic. */
const HELD: Readonly<Record<string, Readonly<Record<string, Values>>>> = {
  household: {
    '350203199001010018': { registeredInXiamen: 'true', householder: '测试市民甲', householdType: '家庭户' },
    '350206198812300021': { registeredInXiamen: 'true', householder: '测试市民乙', householdType: '家庭户' },
    '350205200002290013': { registeredInXiamen: 'true', householder: '测试单位集体户', householdType: '集体户' },
    '350212197012200068': { registeredInXiamen: 'true', householder: '测试市民丁', householdType: '家庭户' },
  },
  'social-security': {
    '350203199001010018': { employer: '测试科技有限公司', socialSecurityMonths: '86' },
    '350206198812300021': { employer: '测试商贸有限公司', socialSecurityMonths: '130' },
    '350212197012200068': { socialSecurityMonths: '301' },
  },
  'housing-fund': {
    '350203199001010018': { housingFundAccount: '100000000018', housingFundMonths: '80' },
    '350206198812300021': { housingFundAccount: '100000000021', housingFundMonths: '125' },
  },
  property: {
    '350203199001010018': { ownsHomeInXiamen: 'false' },
    '350206198812300021': { ownsHomeInXiamen: 'true' },
    '350205200002290013': { ownsHomeInXiamen: 'false' },
  },
  vehicle: {
    '350203199001010018': { licenceClass: 'C1', licenceIssued: '2020-12-01', licenceExpires: '2026-12-01' },
    '350206198812300021': { plate: '闽DT0001', licenceClass: 'C1' },
  },
  /** Whose guardian a resident is; the children are made up, and their numbers are test vectors. */
  guardianship: {
    '350206198812300021': {
      wardName: '测试幼儿戊',
      wardIdNumber: '350206201905200016',
      wardBirthDate: '2019-05-20',
      wardSex: '男',
      wardAddress: '湖里区|江头街道|演示路2号',
      right: 'guardian',
    },
  },
  bank: {
    '350203199001010018': { bankName: '测试银行厦门分行', bankCard: '6222020000000000000' },
  },
}

const REGISTERS = new Set(['population', ...Object.keys(HELD)])

/** True for a register that the sandbox city keeps. */
export const isRegister = (register: string): boolean => REGISTERS.has(register)

/** What a register holds of a resident; undefined when it holds nothing. `today` is an ISO date. */
export const lookUp = (register: string, idNumber: string, today: string): RegisterRecord | undefined => {
  const resident = findResident(idNumber)
  if (resident === undefined) return undefined
  const { name, sex, birthDate, householdAddress } = resident
  const values = register === 'population' ? { name, sex, birthDate, householdAddress } : HELD[register]?.[idNumber]
  return values === undefined ? undefined : { register, idNumber, asOf: today, values: { ...values } }
}
