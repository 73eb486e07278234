/** A resident of the sandbox city. */
export type Resident = {
  readonly idNumber: string
  readonly name: string
  readonly sex: '男' | '女'
  readonly birthDate: string
  readonly householdAddress: string
  /** Of the account at the identity provider. */
  readonly mobile: string
}

/** Openly synthetic: the identity numbers are test vectors with valid check digits and belong to nobody. */
const SYNTHETIC_RESIDENTS = [
  {
    idNumber: '350203199001010018',
    name: '测试市民甲',
    mobile: '13800000001',
    householdAddress: '思明区|莲前街道|演示路1号',
  },
  {
    idNumber: '350206198812300021',
    name: '测试市民乙',
    mobile: '13800000002',
    householdAddress: '湖里区|江头街道|演示路2号',
  },
  {
    idNumber: '350205200002290013',
    name: '测试市民丙',
    mobile: '13800000003',
    householdAddress: '海沧区|海沧街道|演示路3号',
  },
  {
    idNumber: '350212197012200068',
    name: '测试市民丁',
    mobile: '13800000004',
    householdAddress: '同安区|大同街道|演示路4号',
  },
] as const

/** Birth date and sex as GB 11643 writes them into the number. */
export const findResident = (idNumber: string): Resident | undefined => {
  const known = SYNTHETIC_RESIDENTS.find((resident) => resident.idNumber === idNumber)
  if (known === undefined) return undefined
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  return { ...known, birthDate, sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女' }
}

/** Everybody who can sign in to the sandbox city. */
export const allResidents = (): readonly Resident[] =>
  SYNTHETIC_RESIDENTS.flatMap(({ idNumber }) => findResident(idNumber) ?? [])
