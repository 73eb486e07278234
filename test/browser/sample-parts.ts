import type { ApplicationPart, ReviewPart } from '../../src/wire.ts'

type Field = ApplicationPart['fields'][number]

const field = (id: string, label: string, element: string, change: Partial<Field> = {}): Field => ({
  id,
  label,
  element,
  required: true,
  value: null,
  shown: null,
  masked: false,
  provenance: null,
  options: [],
  ...change,
})

type Material = ApplicationPart['materials'][number]

const brought: Omit<Material, 'id' | 'label' | 'note'> = {
  upload: 'bring',
  state: 'bring',
  files: [],
  certificate: null,
  relief: null,
}

/** A synthetic draft with two known and three missing values. */
export function sampleApplication(change: Partial<ApplicationPart> = {}): ApplicationPart {
  const reasons = [
    { id: 'job', label: '合法稳定就业' },
    { id: 'home', label: '合法稳定住所' },
    { id: 'study', label: '连续就读' },
  ]
  return {
    id: 'app1',
    service: 'residence-permit',
    title: '居住证申领',
    guide: 'residence-permit',
    status: 'draft',
    completion: 'appointment',
    inPerson: '带上材料到居住地派出所核验原件。',
    version: 3,
    setAside: false,
    fields: [
      field('name', '姓名', 'name', {
        value: '陈**',
        shown: '陈**',
        masked: true,
        provenance: { kind: 'citizen', detail: '您说的·第2轮' },
      }),
      field('birth', '出生日期', 'date', {
        value: '1990-01-01',
        shown: '1990年1月1日',
        provenance: { kind: 'derived', detail: '由身份证号推出' },
      }),
      field('reason', '居住事由', 'choice', { options: reasons }),
      field('since', '居住起始日', 'date'),
      field('mobile', '手机号', 'mobile'),
    ],
    pending: ['reason', 'since', 'mobile'],
    next: { field: 'reason', ask: '您在厦门居住的事由是哪一种？', help: '三种里符合一种就可以。', options: reasons },
    problems: [],
    eligibility: [{ id: 'half-year', outcome: 'note', message: '居住满半年才能申领。', cite: 'residence-permit#who' }],
    materials: [
      { id: 'id-card', label: '居民身份证', note: '原件', ...brought },
      { id: 'proof', label: '住址、就业或就读证明', note: null, ...brought },
    ],
    fee: '免费',
    receiptNumber: null,
    dueBy: null,
    ...change,
  }
}

/** A synthetic review card of {@link sampleApplication}. */
export function sampleReview(change: Partial<ReviewPart> = {}): ReviewPart {
  return {
    applicationId: 'app1',
    service: 'residence-permit',
    title: '居住证申领',
    reviewHash: 'hash',
    confirmation: 'once',
    expiresAt: '2027-01-01T00:00:00Z',
    values: [
      { id: 'name', label: '姓名', value: '陈大文', provenance: { kind: 'citizen', detail: '您说的·第2轮' } },
      {
        id: 'birth',
        label: '出生日期',
        value: '1990年1月1日',
        provenance: { kind: 'derived', detail: '由身份证号推出' },
      },
      { id: 'mobile', label: '手机号', value: '13800000000', provenance: { kind: 'citizen', detail: '表单填写' } },
    ],
    materials: [{ id: 'id-card', label: '居民身份证', note: '原件', ...brought }],
    fee: '免费',
    deadline: '2026-12-10',
    inPerson: '带上材料到居住地派出所核验原件。',
    declaration: '我声明所填内容真实，并同意为办理本事项处理上述个人信息。',
    ...change,
  }
}
