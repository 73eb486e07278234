import type { Locator, Page } from 'playwright-core'

/** Answers of a synthetic citizen who asks for a residence permit, by field. The identity number is the sample of GB 11643. */
const ANSWERS: Readonly<Record<string, string>> = {
  situation: '首次申领',
  registeredInXiamen: '否',
  livesSince: '2024-01-15',
  reason: '合法稳定住所',
  name: '陈大文',
  citizenId: '11010519491231002X',
  mobile: '13800000000',
  address: '思明区莲前街道洪莲中路12号',
}

/** The question that the form asks at the moment. */
export function question(page: Page): Locator {
  return page.locator('bianban-chat section.form > .answers')
}

/** The field the form asks for, or undefined when nothing is missing any more. */
export async function askedField(page: Page): Promise<string | undefined> {
  await page.locator('bianban-chat section.form[aria-busy=false]').waitFor()
  const asked = question(page)
  if ((await asked.count()) === 0) return undefined
  return (await asked.locator('[name]').first().getAttribute('name')) ?? undefined
}

/** The citizen's answer to a field. Fails for a field she was not prepared for. */
export function answerTo(field: string): string {
  const answer = ANSWERS[field]
  if (answer === undefined) throw new Error(`the sample citizen has no answer for ${field}`)
  return answer
}
