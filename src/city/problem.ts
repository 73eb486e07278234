import { z } from 'zod'

/** Why the city refused, one meaning each; the `code` of a problem+json body. Contract: docs/city-contract.md. */
export const CITY_PROBLEMS = {
  'invalid-request': { status: 400, title: '请求格式不对' },
  'idempotency-key-required': { status: 400, title: '缺少 Idempotency-Key' },
  'consent-required': { status: 403, title: '缺少本人同意凭据' },
  'unknown-path': { status: 404, title: '没有这个地址' },
  'unknown-filing': { status: 404, title: '没有这件办件' },
  'unknown-register': { status: 404, title: '没有这个数据库' },
  'unknown-resident': { status: 404, title: '查无此人' },
  'unknown-certificate': { status: 404, title: '没有这种电子证照' },
  'unknown-material': { status: 404, title: '这件办件没有这一项材料' },
  'unknown-file': { status: 404, title: '没有这个文件' },
  'method-not-allowed': { status: 405, title: '不支持这种请求' },
  'key-reused': { status: 409, title: '同一幂等键用于不同的内容' },
  'receipt-known': { status: 409, title: '这个受理编号已经报过' },
  'cannot-withdraw': { status: 409, title: '已作出决定，不能撤回' },
  'move-not-allowed': { status: 409, title: '办件现在的状态不能这样处理' },
  'supplement-told': { status: 409, title: '补正只能一次性告知，已经告知过' },
  'supplement-not-asked': { status: 409, title: '没有要求补正' },
  'supplement-given': { status: 409, title: '已经补正过' },
  'supplement-late': { status: 409, title: '补正期限已过' },
  'not-decided': { status: 409, title: '还没有作出决定' },
  rated: { status: 409, title: '已经评价过' },
  'payload-too-large': { status: 413, title: '内容太大' },
  'unsupported-media-type': { status: 415, title: '只接受 application/json' },
  'supplement-refused': { status: 422, title: '没有接收这次补正' },
  'invalid-filing': { status: 422, title: '办件内容不符合约定' },
  'content-differs': { status: 422, title: '文件内容和校验值不一致' },
  internal: { status: 500, title: '系统内部错误' },
} as const

export type CityProblemCode = keyof typeof CITY_PROBLEMS

/** The part of a problem+json body that callers act upon. */
export const CityProblem = z.looseObject({ code: z.string(), detail: z.string().optional() })
export type CityProblem = z.infer<typeof CityProblem>
