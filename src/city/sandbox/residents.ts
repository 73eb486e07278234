import type { Resident } from '../registry.ts'

/** A resident with the mobile number of the account, which the identity provider knows and the population registry does not. */
type Account = Resident & { readonly mobile: string }

/** Openly synthetic: the identity numbers are test vectors with valid check digits and belong to nobody. */
const SYNTHETIC_RESIDENTS = [
  {
    idNumber: '350203199001010018',
    name: '测试市民甲',
    mobile: '13800000001',
    householdAddress: '福建省厦门市思明区演示路1号',
  },
  {
    idNumber: '350206198812300021',
    name: '测试市民乙',
    mobile: '13800000002',
    householdAddress: '福建省厦门市湖里区演示路2号',
  },
  {
    idNumber: '350205200002290013',
    name: '测试市民丙',
    mobile: '13800000003',
    householdAddress: '福建省厦门市海沧区演示路3号',
  },
  {
    idNumber: '350212197012200068',
    name: '测试市民丁',
    mobile: '13800000004',
    householdAddress: '福建省厦门市同安区演示路4号',
  },
] as const

/** Birth date and sex as GB 11643 writes them into the number. */
export const findResident = (idNumber: string): Account | undefined => {
  const known = SYNTHETIC_RESIDENTS.find((resident) => resident.idNumber === idNumber)
  if (known === undefined) return undefined
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  return { ...known, birthDate, sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女' }
}

/** Everybody who can sign in to the sandbox city. */
export const allResidents = (): readonly Account[] =>
  SYNTHETIC_RESIDENTS.flatMap(({ idNumber }) => findResident(idNumber) ?? [])
