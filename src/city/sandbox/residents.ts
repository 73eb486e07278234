import type { Resident } from '../registry.ts'

/** Openly synthetic: the identity numbers are test vectors with valid check digits and belong to nobody. */
const SYNTHETIC_RESIDENTS = [
  { idNumber: '350203199001010018', name: '测试市民甲', householdAddress: '福建省厦门市思明区演示路1号' },
  { idNumber: '350206198812300021', name: '测试市民乙', householdAddress: '福建省厦门市湖里区演示路2号' },
  { idNumber: '350205200002290013', name: '测试市民丙', householdAddress: '福建省厦门市海沧区演示路3号' },
  { idNumber: '350212197012200068', name: '测试市民丁', householdAddress: '福建省厦门市同安区演示路4号' },
] as const

/** Birth date and sex as GB 11643 writes them into the number. */
export const findResident = (idNumber: string): Resident | undefined => {
  const known = SYNTHETIC_RESIDENTS.find((resident) => resident.idNumber === idNumber)
  if (known === undefined) return undefined
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  return { ...known, birthDate, sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女' }
}
