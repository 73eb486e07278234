/** The shapes that cross HTTP. `/openapi.json` is generated from them; the web room imports their types only. */
export {
  ApplicationPart,
  BenefitsPart,
  BenefitsResponse,
  CaseView,
  ConsentList,
  ConsentPart,
  ConsentRequest,
  ConsentResponse,
  EligibilityPart,
  FillApplicationRequest,
  FillApplicationResponse,
  RatingRequest,
  ReceiptPart,
  ReviewPart,
  StartApplicationRequest,
  SubmissionRequest,
  SubmissionResponse,
  SupplementPart,
  SupplementRequest,
  WithdrawalRequest,
} from './wire/application.ts'
export { GuideList, GuideSummary, GuideView, ServiceList, ServiceSummary, ServiceView } from './wire/catalogue.ts'
export { Me } from './wire/citizen.ts'
export {
  ChatRequest,
  ChoicesPart,
  ConversationExport,
  ConversationView,
  type ExportedConversation,
  FeedbackRequest,
  GuidePart,
  HandoverPart,
  HandoverRequest,
  MannerPart,
  OpenConversationRequest,
  OpenConversationResponse,
  OutcomePart,
  ProgressPart,
  ResumeCode,
  ResumeRequest,
  SpeechPart,
  SuggestionsPart,
} from './wire/conversation.ts'
export { MaterialList, ReliefRequest, UploadResponse } from './wire/materials.ts'
export type { PageAsked } from './wire/page.ts'
export { ProblemDocument } from './wire/problem.ts'
