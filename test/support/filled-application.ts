import type { ReviewPart } from '../../src/wire.ts'
import type { Citizen } from './citizen.ts'

/** Complete values of a residence-permit form; synthetic. */
export const RESIDENCE_PERMIT_VALUES: Readonly<Record<string, string>> = {
  situation: 'first-issue',
  registeredInXiamen: 'false',
  livesSince: '2025-03-01',
  reason: 'housing',
  name: '陈测试',
  citizenId: '350203199001010018',
  mobile: '13800000001',
  address: '思明区|莲前街道|洪莲中路12号',
}

type Started = { application: { id: string; version: number; status: string; pending: string[] } }

/** An application filled through the form front end, ready for review. */
export async function fillResidencePermit(
  citizen: Pick<Citizen, 'id' | 'call'>,
  values = RESIDENCE_PERMIT_VALUES,
): Promise<string> {
  const started = await citizen.call('POST', '/api/applications', {
    service: 'residence-permit',
    conversationId: citizen.id,
    values,
  })
  const { application } = (await started.json()) as Started
  if (application.status === 'ready') return application.id
  const filled = await citizen.call(
    'PATCH',
    `/api/applications/${application.id}`,
    { values },
    { 'if-match': `"${application.version}"` },
  )
  const after = (await filled.json()) as Started
  if (after.application.status !== 'ready')
    throw new Error(`not ready, pending: ${after.application.pending.join(', ')}`)
  return after.application.id
}

export async function reviewOf(citizen: Pick<Citizen, 'call'>, applicationId: string): Promise<ReviewPart> {
  const response = await citizen.call('GET', `/api/applications/${applicationId}/review`)
  if (response.status !== 200) throw new Error(`review answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as ReviewPart
}

export function submit(citizen: Pick<Citizen, 'call'>, review: ReviewPart, key: string): Promise<Response> {
  return citizen.call(
    'POST',
    `/api/applications/${review.applicationId}/submission`,
    { reviewHash: review.reviewHash, confirmation: review.confirmation },
    { 'idempotency-key': key },
  )
}
