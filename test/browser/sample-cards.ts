import type { BenefitsPart, CaseView, ConsentPart, SupplementPart } from '../../src/wire.ts'

/** Synthetic cards besides the form and its review. */
export const SAMPLE_CASE: CaseView = {
  applicationId: 'app1',
  receiptNumber: 'XM20261126-ABCDEFGHJ',
  service: 'residence-permit',
  title: '居住证申领',
  status: 'accepted',
  submittedAt: '2026-11-23T02:00:00Z',
  dueBy: '2026-12-14',
  dueProvisional: false,
  supplement: null,
  owed: [],
  redress: null,
  mayWithdraw: true,
  mayRate: false,
  rating: null,
  parts: [],
  events: [
    { at: '2026-11-23T02:00:00Z', status: 'submitted', text: '已提交' },
    { at: '2026-11-24T02:00:00Z', status: 'accepted', text: '已受理' },
  ],
}

export const DECIDED_CASE: CaseView = {
  ...SAMPLE_CASE,
  status: 'delivered',
  mayWithdraw: false,
  mayRate: true,
  events: [...SAMPLE_CASE.events, { at: '2026-12-01T02:00:00Z', status: 'delivered', text: '已办结，证件已送达' }],
  parts: [
    { title: '居住登记', state: 'filed', reason: null, receiptNumber: 'XM1', status: 'approved', latest: '已办结' },
    { title: '社保登记', state: 'skipped', reason: '您选了不办', receiptNumber: null, status: null, latest: null },
  ],
}

export const SAMPLE_CONSENT: ConsentPart = {
  applicationId: 'app1',
  source: 'household',
  title: '户籍登记',
  authority: '厦门市公安局',
  purpose: '核对并填写居住证申请',
  fields: ['出生日期', '户籍地址'],
  sensitive: true,
  until: '2026-12-31',
}

export const SAMPLE_SUPPLEMENT: SupplementPart = {
  applicationId: 'app1',
  title: '居住证申领',
  items: [
    { id: 'proof', kind: 'material', label: '租房合同', reason: '照片看不清，请重新拍', options: [], files: [] },
    { id: 'since', kind: 'value', label: '居住起始日', reason: '和合同上的日期不一致', options: [], files: [] },
  ],
  dueBy: '2026-12-10',
  basis: '收到通知起 10 个工作日',
  given: false,
  late: false,
  answers: {},
}

export const SAMPLE_BENEFITS: BenefitsPart = {
  applicationId: 'app1',
  benefits: [
    {
      id: 'childcare',
      title: '育儿补贴',
      guide: 'childcare',
      service: 'childcare',
      verdict: 'yes',
      amount: '每年 3600 元',
      rules: [{ id: 'age', reason: '孩子不满 3 岁', cite: 'childcare#who', met: true }],
      missing: [],
      review: '可以申请复核。',
    },
    ...Array.from({ length: 12 }, (_, at) => ({
      id: `open-${at}`,
      title: `待定政策${at}`,
      guide: 'old-age',
      service: null,
      verdict: 'open' as const,
      amount: '以窗口公布为准',
      rules: [{ id: 'age', reason: '年满 60 周岁', cite: 'old-age#who', met: null }],
      missing: [{ field: 'birth', label: '出生日期', ask: '您的出生日期？' }],
      review: '情况有变化的，可以再问。',
    })),
    {
      id: 'old-age',
      title: '高龄津贴',
      guide: 'old-age',
      service: null,
      verdict: 'no',
      amount: '每月 100 元',
      rules: [{ id: 'age', reason: '年满 80 周岁', cite: 'old-age#who', met: false }],
      missing: [{ field: 'birth', label: '出生日期', ask: '您的出生日期？' }],
      review: '情况有变化的，可以再问。',
    },
  ],
}

export const SAMPLE_GUIDE_CARD = {
  id: 'residence-permit',
  title: '居住证申领',
  service: 'residence-permit',
  version: 'abcdef012345',
  checked: '2026-11-23',
  lines: [
    { section: 'who', heading: '谁能办', text: '在厦门居住半年以上，有稳定就业、住所或者连续就读之一的，可以申领。' },
    { section: 'time', heading: '多久办好', text: '自受理之日起15日内制发。' },
    { section: 'fees', heading: '要多少钱', text: '首次申领免费。' },
  ],
}
