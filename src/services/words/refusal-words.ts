import { renderChinese } from '../../content/render-number.ts'

/** Why an act of the citizen is not done, in words she may read. */
export type RefusalWords = {
  /** A confirmation that is wrong, used up or expired. */
  readonly confirmationInvalid: string
  /** A confirmation of another card than what would be done. */
  readonly confirmationStale: string
  readonly filedBefore: string
  readonly incomplete: string
  readonly partsOneByOne: string
  readonly decided: string
  readonly withdrawnBefore: string
  readonly notWithdrawable: string
  readonly ratedBefore: string
  readonly ratedTooEarly: string
  readonly nothingAsked: string
  readonly suppliedBefore: string
  /** `day`: the last one, in Asia/Shanghai. */
  readonly suppliedLate: (day: string) => string
  readonly supplyIncomplete: string
  readonly notSupplied: (label: string) => string
  readonly supply: string
  readonly itemNotAsked: string
  readonly noConsentNeeded: string
  readonly stepUp: string
  readonly noConsent: string
  readonly notDraft: string
}

export const chineseRefusals: RefusalWords = {
  confirmationInvalid: '这次确认已经失效，请重新核对后再确认。',
  confirmationStale: '核对之后申请有了改动，请重新核对后再确认。',
  filedBefore: '这份申请已经提交过了，不能重复提交。',
  incomplete: '申请还不完整，请补齐后再提交。',
  partsOneByOne: '一件事里的各项请分别撤回，一项撤回不影响其他的。',
  decided: '部门已经作出决定，不能再撤回；对决定有异议，可以申请行政复议或者拨打12345。',
  withdrawnBefore: '这件办件已经撤回了。',
  notWithdrawable: '这份申请目前不能撤回。',
  ratedBefore: '这件办件您已经评价过了。',
  ratedTooEarly: '办件有了结果以后才能评价。',
  nothingAsked: '这件办件现在没有要补正的内容。',
  suppliedBefore: '这次补正您已经交过了，请等部门处理。',
  suppliedLate: (day) =>
    `补正期限（${renderChinese({ value: day, unit: 'date' })}）已经过了，不能再补正，办件内容没有变动。请等部门答复，或者拨打12345。`,
  supplyIncomplete: '补正还不完整，请一次补齐。',
  notSupplied: (label) => `还没有补正${label}。`,
  supply: '补正',
  itemNotAsked: '部门没有要求补正这一项。',
  noConsentNeeded: '这一项现在不需要您同意：没有要从那里填的内容。',
  stepUp: '这一项涉及敏感信息，请先完成人脸核验。',
  noConsent: '这一项没有可以撤回的同意。',
  notDraft: '这份申请已经不是草稿，不能再修改。',
}

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

export const englishRefusals: RefusalWords = {
  confirmationInvalid: 'This confirmation is no longer valid. Please check the card again and confirm it anew.',
  confirmationStale: 'Something changed after you checked it. Please check it again and confirm it anew.',
  filedBefore: 'This application was submitted before and cannot be submitted again.',
  incomplete: 'The application is not complete yet. Please fill in what is missing and submit it then.',
  partsOneByOne: 'Please withdraw the parts one by one; withdrawing one leaves the others as they are.',
  decided:
    'The department has decided, so it cannot be withdrawn any more. If you disagree, you can apply for administrative reconsideration or call 12345.',
  withdrawnBefore: 'This case was withdrawn before.',
  notWithdrawable: 'This application cannot be withdrawn at the moment.',
  ratedBefore: 'You have rated this case before.',
  ratedTooEarly: 'A case can be rated once it has a result.',
  nothingAsked: 'Nothing has to be supplied for this case at the moment.',
  suppliedBefore: 'You have supplied this before. Please wait for the department.',
  suppliedLate: (day) =>
    `The last day for this (${ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`))}) is over. Nothing can be supplied any more, and nothing was changed. Please wait for the answer of the department, or call 12345.`,
  supplyIncomplete: 'Not everything is there yet. Please supply all of it at once.',
  notSupplied: (label) => `${label}: still to be supplied.`,
  supply: 'Supplement',
  itemNotAsked: 'The department did not ask for this.',
  noConsentNeeded: 'Your consent is not needed for this now: nothing would be filled in from there.',
  stepUp: 'This is sensitive information. Please do the face check first.',
  noConsent: 'There is no consent to take back here.',
  notDraft: 'This application is no longer a draft and cannot be changed.',
}
