import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import * as wire from '../wire.ts'
import { SESSION_COOKIE } from './session.ts'

type Schema = z.ZodType
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const problem = { description: '见 code', content: { 'application/problem+json': { schema: wire.ProblemDocument } } }
const bearer = [{ bearer: [] }]
const session = [{ session: [] }]
const both = [{ bearer: [], session: [] }]
const id = { path: z.object({ id: z.string() }) }

function answer(status: number, description: string, schema?: Schema) {
  return { [status]: schema === undefined ? { description } : { description, ...json(schema) }, default: problem }
}

const EventStream = {
  200: {
    description: 'AI SDK UI message stream (x-vercel-ai-ui-message-stream: v1)',
    headers: z.object({ 'x-conversation-id': z.string().optional(), 'x-conversation-token': z.string().optional() }),
    content: { 'text/event-stream': { schema: z.string() } },
  },
  default: problem,
}

const paths: ZodOpenApiPathsObject = {
  '/api/conversations': {
    post: {
      requestBody: json(wire.OpenConversationRequest),
      responses: answer(201, '新对话', wire.OpenConversationResponse),
    },
  },
  '/api/chat': { post: { requestBody: json(wire.ChatRequest), responses: EventStream } },
  '/api/conversations/{id}': {
    get: { security: bearer, requestParams: id, responses: answer(200, '已保存的消息', wire.ConversationView) },
    delete: { security: bearer, requestParams: id, responses: answer(204, '已清除可清除的内容') },
  },
  '/api/conversations/{id}/events': {
    get: {
      security: bearer,
      requestParams: id,
      responses: { 200: { description: '办件进度（server-sent events）' }, default: problem },
    },
  },
  '/api/conversations/{id}/export': {
    get: {
      security: bearer,
      requestParams: { ...id, query: z.object({ format: z.enum(['json', 'page']).optional() }) },
      responses: answer(
        200,
        '导出：JSON，或者能看能打印的网页（format=page，语言写 lang，不写就是对话的语言）',
        wire.ConversationExport,
      ),
    },
  },
  '/api/conversations/{id}/feedback': {
    post: {
      security: bearer,
      requestParams: id,
      requestBody: json(wire.FeedbackRequest),
      responses: answer(204, '已记录'),
    },
  },
  '/api/conversations/{id}/handover': {
    post: {
      security: bearer,
      requestParams: id,
      requestBody: json(wire.HandoverRequest),
      responses: answer(201, '已记录', wire.HandoverPart),
    },
  },
  '/api/conversations/{id}/benefits': {
    post: { security: bearer, requestParams: id, responses: answer(200, '能享受的政策', wire.BenefitsResponse) },
  },
  '/api/conversations/{id}/benefits/{benefit}/claim': {
    post: {
      security: bearer,
      requestParams: { path: z.object({ id: z.string(), benefit: z.string() }) },
      responses: answer(201, '申领用的草稿', wire.FillApplicationResponse),
    },
  },
  '/api/conversations/{id}/resume-code': {
    post: { security: bearer, requestParams: id, responses: answer(201, '换设备用的码，只能用一次', wire.ResumeCode) },
  },
  '/api/conversations/resume': {
    post: {
      requestBody: json(wire.ResumeRequest),
      responses: answer(200, '搬过来的对话；原来的凭证作废', wire.OpenConversationResponse),
    },
  },
  '/api/applications': {
    post: {
      security: bearer,
      requestBody: json(wire.StartApplicationRequest),
      responses: answer(201, '草稿', wire.FillApplicationResponse),
    },
  },
  '/api/applications/{id}': {
    get: { security: bearer, requestParams: id, responses: answer(200, '申请', wire.ApplicationPart) },
    patch: {
      security: bearer,
      requestParams: { ...id, header: z.object({ 'if-match': z.string() }) },
      requestBody: json(wire.FillApplicationRequest),
      responses: answer(200, '每一栏的结果', wire.FillApplicationResponse),
    },
  },
  '/api/applications/{id}/consents': {
    get: { security: both, requestParams: id, responses: answer(200, '可同意的来源，和已作的决定', wire.ConsentList) },
    post: {
      security: both,
      requestParams: id,
      requestBody: json(wire.ConsentRequest),
      responses: answer(201, '填好的内容', wire.ConsentResponse),
    },
  },
  '/api/applications/{id}/consents/{source}': {
    delete: {
      security: both,
      requestParams: { path: z.object({ id: z.string(), source: z.string() }) },
      responses: answer(200, '撤回以后的申请', wire.ApplicationPart),
    },
  },
  '/api/applications/{id}/materials': {
    get: { security: bearer, requestParams: id, responses: answer(200, '材料和它们的状态', wire.MaterialList) },
    post: {
      security: bearer,
      requestParams: id,
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: z.object({ material: z.string(), file: z.string().meta({ format: 'binary' }) }),
          },
        },
      },
      responses: answer(201, '已收下；JPG、PNG、PDF，一个最多10MB，一份申请最多20个', wire.UploadResponse),
    },
  },
  '/api/applications/{id}/reliefs': {
    post: {
      security: bearer,
      requestParams: id,
      requestBody: json(wire.ReliefRequest),
      responses: answer(201, '已记下这一项容缺受理或者告知承诺；删除它的记号就是取消', wire.MaterialList),
    },
  },
  '/api/applications/{id}/materials/{file}': {
    delete: {
      security: bearer,
      requestParams: { path: z.object({ id: z.string(), file: z.string() }) },
      responses: answer(200, '已删除', wire.MaterialList),
    },
  },
  '/api/applications/{id}/review': {
    get: { security: bearer, requestParams: id, responses: answer(200, '核对卡', wire.ReviewPart) },
  },
  '/api/applications/{id}/submission': {
    post: {
      security: bearer,
      requestParams: { ...id, header: z.object({ 'idempotency-key': z.string() }) },
      requestBody: json(wire.SubmissionRequest),
      responses: answer(201, '回执', wire.SubmissionResponse),
    },
  },
  '/api/applications/{id}/withdrawal': {
    post: {
      security: bearer,
      requestParams: id,
      requestBody: json(wire.WithdrawalRequest),
      responses: answer(200, '申请', wire.ApplicationPart),
    },
  },
  '/api/applications/{id}/supplement': {
    post: {
      security: bearer,
      requestParams: id,
      requestBody: json(wire.SupplementRequest),
      responses: answer(200, '已补正', wire.ApplicationPart),
    },
  },
  '/api/applications/{id}/rating': {
    post: {
      security: bearer,
      requestParams: id,
      requestBody: json(wire.RatingRequest),
      responses: answer(200, '已评价', wire.ApplicationPart),
    },
  },
  '/api/cases/{receiptNumber}': {
    get: {
      requestParams: {
        path: z.object({ receiptNumber: z.string() }),
        header: z.object({ 'x-query-code': z.string() }),
      },
      responses: answer(200, '办件进度', wire.CaseView),
    },
  },
  '/auth/login': {
    get: {
      requestParams: { query: z.object({ level: z.enum(['1', '2']).optional(), return: z.string().optional() }) },
      responses: { 303: { description: '到统一身份认证去登录，之后回到 return' }, default: problem },
    },
  },
  '/auth/logout': { post: { responses: answer(204, '已退出') } },
  '/api/me': {
    get: { responses: answer(200, '谁已登录', wire.Me) },
    delete: { security: session, responses: answer(204, '账户和它的对话、草稿已删除；已提交的办件由受理部门保存') },
  },
  '/api/me/cases': {
    get: { security: session, responses: answer(200, '本人的办件', z.object({ cases: z.array(wire.CaseView) })) },
  },
  '/api/me/cases/{id}/conversation': {
    post: {
      requestParams: id,
      security: session,
      responses: answer(200, '办件所在的对话', wire.OpenConversationResponse),
    },
  },
  '/api/me/sessions': { delete: { security: session, responses: answer(204, '已在所有设备上退出') } },
  '/api/guides': {
    get: {
      requestParams: { query: z.object({ query: z.string().optional(), topic: z.string().optional() }) },
      responses: answer(200, '指南', wire.GuideList),
    },
  },
  '/api/guides/{id}': { get: { requestParams: id, responses: answer(200, '指南', wire.GuideView) } },
  '/api/services': { get: { responses: answer(200, '可在线办的事项', wire.ServiceList) } },
  '/api/services/{id}': { get: { requestParams: id, responses: answer(200, '事项', wire.ServiceView) } },
  '/healthz': { get: { responses: answer(200, '进程在') } },
  '/readyz': { get: { responses: answer(200, '可以服务') } },
  '/metrics': { get: { responses: answer(200, 'Prometheus') } },
}

let cached: object | undefined

/** The HTTP contract as OpenAPI 3.1, made from the schemas that check the requests. */
export function openApiDocument(): object {
  cached ??= createDocument({
    openapi: '3.1.0',
    info: { title: '边办 Bianban', version: '1', description: '边聊边办的政务服务助手' },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
    },
    paths,
  })
  return cached
}
