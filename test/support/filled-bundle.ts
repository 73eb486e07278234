import type { ApplicationPart } from '../../src/wire.ts'
import type { Citizen } from './citizen.ts'

/** A newborn of the citizen's; openly synthetic. */
export const NEWBORN: Readonly<Record<string, string>> = {
  wantsInsurance: 'true',
  wantsCard: 'false',
  wantsSubsidy: 'false',
  maternityInsured: 'false',
  childName: '测试宝宝',
  childSex: 'female',
  childBirthDate: '2026-10-08',
  birthCertificateNumber: 'T350000001',
  followParent: 'mother',
  parentsMarried: 'true',
  householdAddress: '思明区|莲前街道|演示路1号',
  name: '陈测试',
  citizenId: '350203199001010018',
  mobile: '13800000001',
  insuredYear: 'this-year',
  insuranceBirthDate: '2026-10-08',
  hardship: 'none',
  childAddress: '思明区|莲前街道|演示路1号',
  guardianName: '陈测试',
  insuranceGuardianCitizenId: '350203199001010018',
}

/** Answers what is asked, one question at a time, and tells which questions there were. */
export async function answerAll(
  citizen: Pick<Citizen, 'call'>,
  first: ApplicationPart,
  answers: Readonly<Record<string, string>>,
): Promise<{ asked: string[]; last: ApplicationPart }> {
  const asked: string[] = []
  let last = first
  while (last.next !== null) {
    const { field } = last.next
    const value = answers[field]
    if (value === undefined || asked.includes(field)) throw new Error(`asked for ${field}`)
    asked.push(field)
    const filled = await citizen.call(
      'PATCH',
      `/api/applications/${last.id}`,
      { values: { [field]: value } },
      { 'if-match': `"${last.version}"` },
    )
    last = ((await filled.json()) as { application: ApplicationPart }).application
  }
  return { asked, last }
}
