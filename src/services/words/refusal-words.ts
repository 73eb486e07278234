import { renderChinese } from '../../content/render-number.ts'
import { englishDay } from './english-day.ts'

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
  readonly changedMeanwhile: string
  readonly fieldUnknown: string
  readonly nothingToConfirm: string
  /** A form that only looks something up is confirmed by nobody. */
  readonly onlyLookedUp: string
  readonly serviceGone: string
  /** How a material comes later is chosen before the application is filed. */
  readonly reliefTooLate: string
  readonly noRelief: string
  readonly materialNotNeeded: string
  readonly materialsClosed: string
  readonly tooManyFiles: (most: number) => string
  readonly fileUnknown: string
  readonly fileSent: string
  readonly fileFiled: string
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
  changedMeanwhile: '这份申请刚刚有了新的改动，请先看看最新内容。',
  fieldUnknown: '这份表没有这一项。',
  nothingToConfirm: '这份申请已经提交，不需要再确认。',
  onlyLookedUp: '这里只是查一查，没有要提交的内容。',
  serviceGone: '没有找到这个事项，可能暂时不能在线办理。',
  reliefTooLate: '已经提交的申请不能再改材料的交法。',
  noRelief: '这一项材料没有容缺受理或者告知承诺的办法，要照常交。',
  materialNotNeeded: '这份申请不需要这一项材料。',
  materialsClosed: '这份申请现在不能增加或者拿掉材料。',
  tooManyFiles: (most) => `一份申请最多上传${most}个文件，请先删掉不用的。`,
  fileUnknown: '没有找到这个文件。',
  fileSent: '这个文件已经送往受理部门，不能再拿掉。',
  fileFiled: '这个文件已经随申请提交，不能再拿掉。',
}

export const englishRefusals: RefusalWords = {
  confirmationInvalid: 'This confirmation is no longer valid. Please check the application and confirm again.',
  confirmationStale: 'The application changed after you checked it. Please check it again and confirm.',
  filedBefore: 'This application has already been submitted and cannot be submitted again.',
  incomplete: 'The application is not complete yet. Please fill in what is missing before you submit it.',
  partsOneByOne: 'Please withdraw the parts one by one; withdrawing one leaves the others as they are.',
  decided:
    'The department has decided, so the application can no longer be withdrawn. If you disagree, you can apply for administrative reconsideration or call 12345.',
  withdrawnBefore: 'This case has already been withdrawn.',
  notWithdrawable: 'This application cannot be withdrawn at the moment.',
  ratedBefore: 'You have already rated this case.',
  ratedTooEarly: 'You can rate a case once it has a result.',
  nothingAsked: 'Nothing has to be supplied for this case at the moment.',
  suppliedBefore: 'You have already supplied this. Please wait for the department.',
  suppliedLate: (day) =>
    `The last day for this (${englishDay(day)}) has passed. Nothing more can be supplied, and nothing in your case was changed. Please wait for the answer of the department, or call 12345.`,
  supplyIncomplete: 'Not everything is there yet. Please supply all of it at once.',
  notSupplied: (label) => `${label}: still to be supplied.`,
  supply: 'Supplement',
  itemNotAsked: 'The department did not ask for this.',
  noConsentNeeded: 'Your consent is not needed for this now: nothing would be filled in from there.',
  stepUp: 'This is sensitive information. Please do the face check first.',
  noConsent: 'There is no consent to withdraw here.',
  notDraft: 'This application is no longer a draft and cannot be changed.',
  changedMeanwhile: 'This application has just been changed. Please look at it as it is now.',
  fieldUnknown: 'This form has no such field.',
  nothingToConfirm: 'This application has already been submitted; there is nothing to confirm.',
  onlyLookedUp: 'This only looks something up; there is nothing to submit.',
  serviceGone: 'This service was not found. It may not be available online at the moment.',
  reliefTooLate: 'How a document is handed in can no longer be changed after submission.',
  noRelief: 'This document cannot be handed in later or replaced by a promise. Please provide it as usual.',
  materialNotNeeded: 'This application does not need this document.',
  materialsClosed: 'Documents of this application cannot be added or removed now.',
  tooManyFiles: (most) => `An application takes at most ${most} files. Please remove those you do not need first.`,
  fileUnknown: 'This file was not found.',
  fileSent: 'This file has gone to the department and cannot be removed.',
  fileFiled: 'This file was submitted with the application and cannot be removed.',
}
