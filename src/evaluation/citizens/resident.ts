import type { Register } from '../../content/index.ts'
import type { ServiceSample } from '../suites/shapes.ts'

/** A citizen of a sample as the sandbox city knows her. */
export type SampleResident = {
  readonly idNumber: string
  readonly name: string
  readonly mobile: string
  /** Fields that say who she is, which signing in answers. */
  readonly vouched: readonly string[]
  /** What registers hold of her, by register. */
  readonly held: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The form is about somebody else. */
  readonly acts: boolean
}

/** Of whom a sample does not say; 虚构. */
const NAMELESS = { name: '样例市民', mobile: '13800000000' }

const HERSELF = ['name', 'citizenId', 'mobile']
const AGENT = ['agentName', 'agentCitizenId', 'mobile']
const GUARDIAN = ['guardianName', 'guardianCitizenId', 'guardianMobile', 'mobile']

/** The registers that tell a citizen of herself. */
function ownRegisters(registers: ReadonlyMap<string, Register>): Register[] {
  return [...registers.values()].filter(({ guardianship }) => !guardianship)
}

/** Fields of forms that a register may fill. */
export function suppliedFields(registers: ReadonlyMap<string, Register>): Set<string> {
  return new Set(ownRegisters(registers).flatMap(({ supplies }) => Object.keys(supplies)))
}

/**
 * The resident that the citizen of a sample is: the city's registers hold what she herself knows and nothing else. Undefined for whom the
 * sample gives no identity number, who cannot sign in.
 */
export function residentOf(
  { citizen: { knows } }: Pick<ServiceSample, 'citizen'>,
  registers: ReadonlyMap<string, Register>,
): SampleResident | undefined {
  const { agentName, guardianName, citizenId, name } = knows
  const mobile = knows['mobile'] ?? knows['guardianMobile'] ?? NAMELESS.mobile
  // Who acts for another signs in as herself, and the city tells her nothing of the other.
  const actor = agentName ?? guardianName
  if (actor !== undefined) {
    const idNumber = knows[agentName === undefined ? 'guardianCitizenId' : 'agentCitizenId']
    if (idNumber === undefined) return undefined
    const vouched = agentName === undefined ? GUARDIAN : AGENT
    return { idNumber, name: actor, mobile, vouched, held: {}, acts: true }
  }
  if (citizenId === undefined) return undefined
  const held = ownRegisters(registers).flatMap(({ id, supplies }) => {
    const values = Object.entries(supplies).flatMap(([field, own]) => {
      const value = knows[field]
      return value === undefined ? [] : [[own, value] as const]
    })
    return values.length === 0 ? [] : [[id, Object.fromEntries(values)] as const]
  })
  // Whose number it is where the form asks for a name of its own (法定代表人) nobody vouches for.
  const vouched = name === undefined ? [] : HERSELF
  return {
    idNumber: citizenId,
    name: name ?? NAMELESS.name,
    mobile,
    vouched,
    held: Object.fromEntries(held),
    acts: false,
  }
}

/** Fields that the city tells of a resident who signs in and consents. */
export function heldFields({ held, vouched }: SampleResident, registers: ReadonlyMap<string, Register>): Set<string> {
  const told = ownRegisters(registers).flatMap(({ id, supplies }) =>
    Object.entries(supplies).flatMap(([field, own]) => (held[id]?.[own] === undefined ? [] : [field])),
  )
  return new Set([...vouched, ...told])
}

/** The residents that the sandbox city has to have besides its own. */
export function residentsOf(
  samples: readonly Pick<ServiceSample, 'citizen'>[],
  registers: ReadonlyMap<string, Register>,
) {
  return samples.flatMap((sample) => {
    const resident = residentOf(sample, registers)
    if (resident === undefined) return []
    const { idNumber, name, mobile, held } = resident
    return [{ idNumber, name, mobile, held }]
  })
}
