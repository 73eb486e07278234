import type { RegisterRecord } from '../registry.ts'
import type { Resident } from './residents.ts'

const REGISTERS = new Set([
  'population',
  'household',
  'social-security',
  'housing-fund',
  'vehicle',
  'guardianship',
  'bank',
])

/** True for a register that the sandbox city keeps. */
export const isRegister = (register: string): boolean => REGISTERS.has(register)

/** What a register holds of a resident; undefined when it holds nothing. `today` is an ISO date. */
export const lookUp = (
  register: string,
  { idNumber, name, sex, birthDate, held }: Resident,
  today: string,
): RegisterRecord | undefined => {
  const values = register === 'population' ? { name, sex, birthDate, ...held[register] } : held[register]
  return values === undefined ? undefined : { register, idNumber, asOf: today, values }
}
