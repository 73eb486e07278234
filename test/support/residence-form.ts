import { openCitizen, type Citizen } from './citizen.ts'

/** A citizen in the middle of a residence permit, asked for her address. */
export async function inResidenceForm(url: string): Promise<Citizen> {
  const citizen = await openCitizen(url)
  await citizen.say('我要办居住证申领，首次申领，不是厦门户口')
  for (const words of ['2025年3月1日', '租房', '陈测试', '350203199001010018', '13800000001']) await citizen.say(words)
  return citizen
}
